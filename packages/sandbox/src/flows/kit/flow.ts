import type { Method } from '@wxpay-live/compiler/model'
import type { Responder } from '../../engine/context.ts'
import type { Refusal } from '../../replies/refusal.ts'
import type { Scenario } from '../../scenarios/scenarios.ts'
import type { AnyRecordType } from '../../state/record-type.ts'
import type { Advance } from '../../state/resource.ts'
import type { Listener, World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import type { Answer, OperationName, Params } from './operation.ts'

/**
 * Runs an operation on the state, independent of HTTP.
 *
 * @param params members of the body, the query and the path; the path wins
 * @param scenario the scenario of the request, if any
 * @returns members of the response, `null` to leave one out; `undefined` to fill the response table with samples; a refusal
 *   to refuse the request and keep its changes
 * @throws Refusal
 */
export type Action<Name extends OperationName> = (
  params: Params<Name>, world: World, scenario?: Scenario,
) => Promise<Answer<Name> | Refusal | undefined>

/** The action of any operation. As a method it may be the action of one: the engine validates each request first. */
export type AnyAction = {
  run(params: JsonObject, world: World, scenario?: Scenario): Promise<JsonObject | Refusal | undefined>
}['run']

/** Actions by operation. */
export type Actions = { [Name in OperationName]?: Action<Name> }

/** Responders by operation, for handlers that need the whole call, such as operations that return a file. */
export type Responders = Record<`${Method} /${string}`, Responder>

/** How the other side, the user or the platform, changes a record. */
export interface OtherSide<Data extends JsonObject = JsonObject> {
  record: AnyRecordType
  /** Creates the record with that key if the other side may start without a request. @default it may not */
  begin?(key: string, world: World): Promise<Data>
  /** Returns what the record waits for, if anything. */
  next(data: Data, world: World): Advance | undefined
  /** Makes the other side act, and returns the changed record. */
  act(data: Data, world: World): Promise<Data>
}

/** Operations that belong together, the records they keep, and the other side's part. */
export interface Flow {
  records?: readonly AnyRecordType[]
  actions?: Actions
  responders?: Responders
  /** One part, or several of different records. */
  otherSide?: OtherSide | readonly OtherSide[]
  /** Listeners to events of other products, by the event's name. */
  listeners?: Record<string, Listener>
}
