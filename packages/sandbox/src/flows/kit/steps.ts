import type { Scenario } from '../../scenarios/scenarios.ts'
import { can, current, type Machine, move } from '../../state/machine.ts'
import type { RecordType } from '../../state/record-type.ts'
import type { Advance } from '../../state/resource.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { find, unknown } from './find.ts'
import type { Action } from './flow.ts'

/** What a step changes besides the state. */
export type Change = (data: JsonObject, params: JsonObject, world: World) => JsonObject

/** Makes the record a request asks for. */
export type Make = (params: JsonObject, world: World, scenario?: Scenario) => JsonObject

/** Returns a record, or an invented one if the key is unknown. */
export const show = (type: RecordType, invent?: Make): Action => async (params, world) =>
  await find(type, params, world) ?? unknown(world, type, invent && (yesterday => invent(params, yesterday)))

/** An event the merchant causes; if the key is unknown, on a record invented in a state that allows it. */
export const step = <Event extends string>(
  machine: Machine<Event>, event: Event, change: Change = data => data, invent?: Make,
): Action => async (params, world) => {
  const data = await find(machine, params, world)
  const { from, to } = machine.transitions[event]
  const legal = from.includes(to) ? to : from[0]!
  if (!data) {
    return unknown(world, machine, invent && ((yesterday) => {
      const invented = { ...invent(params, yesterday), [machine.state]: legal }
      return change(move(machine, invented, event), params, yesterday)
    }))
  }
  const moved = change(move(machine, data, event), params, world)
  await world.save(machine, moved)
  return moved
}

/** Creates a record, or returns the one that the same request created before. */
export const create = (type: RecordType, make: Make): Action => async (params, world, scenario) =>
  (await world.create(type, params, () => make(params, world, scenario))).data

/** Returns the first of the events that the state allows, expiry applied: what the record waits for. */
export const awaits = <Event extends string>(machine: Machine<Event>, ...events: (Event & Advance)[]) =>
  (data: JsonObject, { now }: World): Advance | undefined =>
    events.find(event => can(machine, current(machine, data, now), event))
