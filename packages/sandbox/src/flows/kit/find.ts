import { refusal } from '../../replies/error-codes.ts'
import { current, isMachine } from '../../state/machine.ts'
import type { Member, RecordType } from '../../state/record-type.ts'
import { businessKey, type World } from '../../state/world.ts'
import { dayBefore } from '../../values/beijing-time.ts'
import type { JsonObject } from '../../values/json.ts'

/** Returns the record that the first non-empty parameter identifies, unless another parameter contradicts it. */
export async function locate<Data extends JsonObject>(
  type: RecordType<Data>, params: JsonObject, world: World, ...names: Member<Data>[]
): Promise<Data | undefined> {
  const name = names.find(name => keyIn(params, name))
  const key = name !== undefined && type.key.includes(name) ? businessKey(type, params) : keyIn(params, name ?? '')
  const found = name === undefined ? undefined : await world.find(type, key, name)
  const isOther = found && type.within?.some(name => differ(keyIn(params, name), keyIn(found, name)))
  return isOther ? undefined : found
}

/** Returns the text of a key; empty if it is missing. */
const keyIn = (data: JsonObject, name: string) => String(data[name] ?? '')

/** Whether two values contradict each other: both are given and differ. */
export const differ = (one: string, other: string) => one !== '' && other !== '' && one !== other

/** Returns the record that a request identifies, with expiry applied. WeChat Pay's number wins over the merchant's. */
export async function find<Data extends JsonObject>(
  type: RecordType<Data>, params: JsonObject, world: World,
): Promise<Data | undefined> {
  const found = await locate(type, params, world, ...type.aliases ?? [], ...type.key)
  const data = found && isMachine(type) ? current(type, found, world.now) : found
  if (data && data !== found) await world.put(type, data)
  return data
}

/**
 * Returns what a lenient sandbox replies to an unknown key: an invented record that is not stored, or `undefined`.
 * `make` gets a world whose time is fixed, yesterday, so that the same request gets the same reply all day.
 *
 * @throws Refusal if the sandbox is strict
 */
export function unknown<Reply extends JsonObject = never>(
  world: World, type: Pick<RecordType, 'missing'>, make?: (world: World) => Reply,
): Reply | undefined {
  if (world.strict) throw refusal(type.missing)
  return make?.({ ...world, time: `${dayBefore(world.now)}T10:34:56+08:00` })
}
