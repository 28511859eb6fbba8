import type { Machine } from '../../state/machine.ts'
import { businessKey, type World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'

/**
 * Creates an application. A rejected one may be submitted again under its number.
 *
 * @param rejected the state of applications that may be submitted again
 * @param make makes the application from the one it replaces, if any
 * @throws Refusal if another request submitted an application under that number
 */
export async function submitApplication<Data extends JsonObject>(
  machine: Machine<string, Data>, params: JsonObject, world: World, rejected: string,
  make: (before?: Data) => Data,
): Promise<Data> {
  const key = businessKey(machine, params)
  const known = await world.find(machine, key)
  const before = known?.[machine.state] === rejected ? known : undefined
  if (before) world.remove(machine, key)
  return (await world.create(machine, params, () => make(before))).data
}
