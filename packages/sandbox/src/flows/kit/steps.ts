import type { Scenario } from '../../scenarios/scenarios.ts'
import { can, current, type Machine, move } from '../../state/machine.ts'
import type { RecordType } from '../../state/record-type.ts'
import type { Advance } from '../../state/resource.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { find, unknown } from './find.ts'

/** Returns the record with the other changes of a step. */
export type Change<Data, Params> = (data: Data, params: Params, world: World) => Data

/** Makes the record of a request. */
export type Make<Data, Params> = (params: Params, world: World, scenario?: Scenario) => Data

/** An action that replies with a record. */
type Replying<Data, Params> = (params: Params, world: World, scenario?: Scenario) => Promise<Data>

/** Returns an action that replies with a record; if the key is unknown, with an invented one. */
export const show = <Data extends JsonObject, Params extends JsonObject>(
  type: RecordType<Data>, invent?: Make<Data, Params>,
): Replying<Data | undefined, Params> => async (params, world) =>
  await find(type, params, world) ?? unknown(world, type, invent && (yesterday => invent(params, yesterday)))

/** Returns an action that moves a record; if the key is unknown, an invented one in a state that allows the event. */
export const step = <Event extends string, Data extends JsonObject, Params extends JsonObject>(
  machine: Machine<Event, Data>, event: NoInfer<Event>,
  change: Change<Data, Params> = data => data, invent?: Make<Data, Params>,
): Replying<Data | undefined, Params> => async (params, world) => {
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
  await world.put(machine, moved)
  return moved
}

/** Returns an action that creates a record; if the same request is repeated, it replies with the same record. */
export const create = <Data extends JsonObject, Params extends JsonObject>(
  type: RecordType<Data>, make: Make<Data, Params>,
): Replying<Data, Params> => async (params, world, scenario) =>
  (await world.create(type, params, () => make(params, world, scenario))).data

/** Returns an `OtherSide.next`: the first of the events that the record's state allows, with expiry applied. */
export const awaits = <Event extends string, Data extends JsonObject>(
  machine: Machine<Event, Data>, ...events: (NoInfer<Event> & Advance)[]
) => (data: Data, { now }: World): Advance | undefined =>
  events.find(event => can(machine, current(machine, data, now), event))
