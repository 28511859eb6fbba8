import { failure } from '../replies/error-codes.ts'
import type { JsonObject } from '../values/json.ts'

/** What may happen to a resource in which states, and where it leads. */
export interface Transition {
  from: readonly string[]
  to: string
}

/** A code of the API and what it says. */
export type Fault = readonly [code: string, message: string]

/** One kind of resource: how it is found, and a table of its states. */
export interface Kind<Event extends string = string> {
  /** Such as `transaction`. */
  name: string
  /** The members that are its business key together. */
  key: readonly string[]
  /** Other members by which it is found. */
  aliases?: readonly string[]
  /** Members by which it is told from others of that key: a request that names another value means none of it. */
  within?: readonly string[]
  /** The member that holds its state. */
  state: string
  transitions: Record<Event, Transition>
  /** When it goes where `expire` leads by itself, in milliseconds since the epoch; `NaN` for never. @default never */
  expires?: (data: JsonObject) => number
  /** What an event is refused with in a state that does not allow it. */
  refusals?: { [state: string]: Fault }
  /** Nothing is known of such a key. */
  missing: Fault
  /** Such a key was used before, for something else. */
  used: Fault
}

/** The resource after the event. */
export function move<Event extends string>(kind: Kind<Event>, data: JsonObject, event: Event): JsonObject {
  const { from, to } = kind.transitions[event]
  const state = String(data[kind.state])
  if (from.includes(state)) return { ...data, [kind.state]: to }
  throw failure(kind.refusals?.[state] ?? ['INVALID_REQUEST', `当前状态（${state}）不支持此操作`])
}

/** The resource as the time has it. */
export const current = (kind: Kind, data: JsonObject, now: number): JsonObject =>
  kind.expires && can(kind, data, 'expire') && kind.expires(data) <= now ? move(kind, data, 'expire') : data

/** Whether the event may happen in the state it is in. */
export const can = <Event extends string>(kind: Kind<Event>, data: JsonObject, event: Event): boolean =>
  kind.transitions[event].from.includes(String(data[kind.state]))
