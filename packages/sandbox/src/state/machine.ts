import { type Reason, refusal } from '../replies/error-codes.ts'
import type { JsonObject } from '../values/json.ts'
import type { Member, RecordType } from './record-type.ts'

/** The states in which an event is allowed, and the state it leads to. */
export interface Transition {
  from: readonly string[]
  to: string
}

/** A type of record that changes its state by a table of transitions. */
export interface Machine<
  Event extends string = string, Data extends JsonObject = JsonObject,
> extends RecordType<Data> {
  state: Member<Data>
  transitions: Record<Event, Transition>
  /** Returns when the event `expire` happens, in milliseconds since the epoch; `NaN` for never. @default never */
  expires?(data: Data): number
  /** Refusals of events that a state does not allow, by state. @default `INVALID_REQUEST` with the state's name */
  refusals?: { [state: string]: Reason }
}

/**
 * Returns the record after an event.
 *
 * @throws Refusal if the state does not allow the event
 */
export function move<Event extends string, Data extends JsonObject>(
  machine: Machine<Event, Data>, data: Data, event: Event,
): Data {
  const { from, to } = machine.transitions[event]
  const state = String(data[machine.state])
  if (from.includes(state)) return { ...data, [machine.state]: to }
  throw refusal(machine.refusals?.[state] ?? ['INVALID_REQUEST', `当前状态（${state}）不支持此操作`])
}

/** Returns the record with expiry applied. */
export const current = <Data extends JsonObject>(
  machine: Machine<string, Data>, data: Data, now: number,
): Data =>
  machine.expires && can(machine, data, 'expire') && machine.expires(data) <= now ? move(machine, data, 'expire') : data

/** Whether the record's state allows the event. */
export const can = <Event extends string, Data extends JsonObject>(
  machine: Machine<Event, Data>, data: Data, event: Event,
): boolean =>
  machine.transitions[event].from.includes(String(data[machine.state]))

/** Whether records of the type change their state. */
export const isMachine = <Data extends JsonObject>(type: RecordType<Data>): type is Machine<string, Data> =>
  'transitions' in type
