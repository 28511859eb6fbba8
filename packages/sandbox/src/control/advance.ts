import type { OtherSide } from '../flows/kit/flow.ts'
import type { Advance } from '../state/resource.ts'
import { businessKey, storageKey, type World } from '../state/world.ts'
import type { JsonObject } from '../values/json.ts'
import type { Target } from './control.ts'

/**
 * Makes the other side act on every targeted record that waits for it.
 *
 * @param only the kind of action to take @default any
 * @returns the storage keys of the changed records
 * @throws RangeError if no targeted record waits for it
 */
export async function advanceIn(
  world: World, otherSides: readonly OtherSide[], { kind, key }: Target, only?: Advance,
): Promise<string[]> {
  const done: string[] = []
  const others = new Set<Advance>()
  for (const side of otherSides) {
    if ((kind ?? side.record.name) !== side.record.name) continue
    for (const data of await targetsOf(side, { kind, key }, world)) {
      const next = side.next(data, world)
      if (only && next && next !== only) others.add(next)
      if (!next || next !== (only ?? next)) continue
      await side.act(data, world)
      done.push(storageKey(side.record.name, businessKey(side.record, data)))
    }
  }
  if (!done.length) throw new RangeError(nothingWaits(key, only, [...others]))
  return done
}

/** Returns the record of a key, or all of the type. A target with both kind and key may begin a new one. */
async function targetsOf(
  { record, begin }: OtherSide, { kind, key }: Target, world: World,
): Promise<JsonObject[]> {
  if (key === undefined) return world.list(record)
  const data = await world.find(record, key) ?? (kind && await begin?.(key, world))
  return data ? [data] : []
}

function nothingWaits(key: string | undefined, only: Advance | undefined, others: Advance[]): string {
  const what = `nothing waits to ${only ?? 'advance'}${key === undefined ? '' : ` under the key ${key}`}`
  return others.length ? `${what}, but to ${others.join(', ')}: use advance` : what
}
