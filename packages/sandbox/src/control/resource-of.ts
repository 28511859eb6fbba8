import type { Registry } from '../flows/registry.ts'
import type { Resource } from '../state/resource.ts'
import type { Stored, World } from '../state/world.ts'

/** Returns a stored record as the control API shows it. */
export function resourceOf(
  { kind, key, data, created, updated }: Stored, registry: Registry, world: World,
): Resource {
  const { label = kind, state: member = '' } = registry.recordType(kind) ?? {}
  const state = data[member]
  const otherSide = registry.otherSides().find(({ record }) => record.name === kind)
  const waits = otherSide?.next(data, world) ?? false
  return { kind, label, key, ...typeof state === 'string' && { state }, data, waits, created, updated }
}
