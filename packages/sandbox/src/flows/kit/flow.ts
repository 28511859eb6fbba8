import type { Method } from '@wxpay-live/compiler/model'
import type { Responder } from '../../engine/context.ts'
import type { Scenario } from '../../scenarios/scenarios.ts'
import type { RecordType } from '../../state/record-type.ts'
import type { Advance } from '../../state/resource.ts'
import type { Listener, World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'

/** Method and path template of an operation. */
export type OperationName = `${Method} /${string}`

/**
 * Runs an operation on the state, independent of HTTP.
 *
 * @param params members of the body, the query and the path; the path wins
 * @param scenario the scenario of the request, if any
 * @returns members of the response, `null` to leave one out; `undefined` to fill the response table with samples
 * @throws Refusal
 */
export type Action = (
  params: JsonObject, world: World, scenario?: Scenario,
) => Promise<JsonObject | undefined>

/** Actions by operation. */
export type Actions = Record<OperationName, Action>

/** Responders by operation, for handlers that need the whole call, such as operations that return a file. */
export type Responders = Record<OperationName, Responder>

/** How the other side, the user or the platform, changes a record. */
export interface OtherSide {
  record: RecordType
  /** Creates the record with that key if the other side may start without a request. @default it may not */
  begin?: (key: string, world: World) => Promise<JsonObject>
  /** Returns what the record waits for, if anything. */
  next: (data: JsonObject, world: World) => Advance | undefined
  /** Makes the other side act, and returns the changed record. */
  act: (data: JsonObject, world: World) => Promise<JsonObject>
}

/** Operations that belong together, the records they keep, and the other side's part. */
export interface Flow {
  records?: readonly RecordType[]
  /** One table, or several that may not claim the same operation. */
  actions?: Actions | readonly Actions[]
  responders?: Responders
  /** One part, or several of different records. */
  otherSide?: OtherSide | readonly OtherSide[]
  /** Listeners to events of other products, by the event's name. */
  listeners?: Record<string, Listener>
}
