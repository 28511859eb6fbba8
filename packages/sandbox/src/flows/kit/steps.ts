import type { Scenario } from '../../scenarios/scenarios.ts'
import { can, current, type Machine, move } from '../../state/machine.ts'
import type { RecordType } from '../../state/record-type.ts'
import type { Advance } from '../../state/resource.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { find, unknown } from './find.ts'
import type { Action } from './flow.ts'

/** Returns the record with the other changes of a step. */
export type Change = (data: JsonObject, params: JsonObject, world: World) => JsonObject

/** Makes the record of a request. */
export type Make = (params: JsonObject, world: World, scenario?: Scenario) => JsonObject

/** Returns an action that replies with a record; if the key is unknown, with an invented one. */
export const show = (type: RecordType, invent?: Make): Action => async (params, world) =>
  await find(type, params, world) ?? unknown(world, type, invent && (yesterday => invent(params, yesterday)))

/** Returns an action that moves a record; if the key is unknown, an invented one in a state that allows the event. */
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

/** Returns an action that creates a record; if the same request is repeated, it replies with the same record. */
export const create = (type: RecordType, make: Make): Action => async (params, world, scenario) =>
  (await world.create(type, params, () => make(params, world, scenario))).data

/** Returns an `OtherSide.next`: the first of the events that the record's state allows, with expiry applied. */
export const awaits = <Event extends string>(machine: Machine<Event>, ...events: (Event & Advance)[]) =>
  (data: JsonObject, { now }: World): Advance | undefined =>
    events.find(event => can(machine, current(machine, data, now), event))
