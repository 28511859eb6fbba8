import type { JsonObject } from '../../values/json.ts'
import { can, current, type Kind, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { Action } from './flow.ts'
import { locate, unknown } from './params.ts'

/** What a step changes besides the state. */
export type Change = (data: JsonObject, params: JsonObject, world: World) => JsonObject

/**
 * Finds the resource that the request names by one of its numbers, as the time has it: WeChat Pay's own number counts
 * before the merchant's.
 */
export async function find(kind: Kind, params: JsonObject, world: World): Promise<JsonObject | undefined> {
  const found = await locate(world, kind, params, ...kind.aliases ?? [], ...kind.key)
  const data = found && current(kind, found, world.now)
  if (data && data !== found) await world.save(kind, data)
  return data
}

/** Makes the resource a request asks for. */
export type Make = (params: JsonObject, world: World, scenario?: string) => JsonObject

/** Shows a resource, or one that is made up where the key is unknown. */
export const show = (kind: Kind, invent?: Make): Action => async (params, world) =>
  await find(kind, params, world) ?? unknown(world, kind, invent && (past => invent(params, past)))

/** An event the merchant causes; where the key is unknown, to a resource made up in a state that allows it. */
export const step = <Event extends string>(
  kind: Kind<Event>, event: Event, change: Change = data => data, invent?: Make,
): Action => async (params, world) => {
  const data = await find(kind, params, world)
  const { from, to } = kind.transitions[event]
  const legal = from.includes(to) ? to : from[0]!
  if (!data) {
    return unknown(world, kind, invent && (past =>
      change(move(kind, { ...invent(params, past), [kind.state]: legal }, event), params, past)))
  }
  const moved = change(move(kind, data, event), params, world)
  await world.save(kind, moved)
  return moved
}

/** Makes a resource, or finds the one that the same request made before. */
export const create = (kind: Kind, make: Make): Action => async (params, world, scenario) =>
  (await world.create(kind, params, () => make(params, world, scenario))).data

/** Whether the user can still cause one of the events. */
export const awaits = <Event extends string>(kind: Kind<Event>, ...events: Event[]) =>
  (data: JsonObject, { now }: World) => events.some(event => can(kind, current(kind, data, now), event))
