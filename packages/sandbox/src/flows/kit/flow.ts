import type { Method } from '@wxpay-live/compiler/model'
import type { Responder } from '../../engine/call.ts'
import type { JsonObject } from '../../values/json.ts'
import type { Kind } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'

/** An operation's verb and path template. */
export type OperationName = `${Method} /${string}`

/**
 * What an operation does to the world; knows nothing of HTTP.
 *
 * @param params members of the body, the query and the path; the latter win
 * @param scenario the name of what is to go wrong, if anything
 * @returns members of the response, `null` for one that is left out; nothing where the response table alone answers
 * @throws Refusal made by `failure`
 */
export type Action = (params: JsonObject, world: World, scenario?: string) => Promise<JsonObject | undefined>

/** What the user, or the platform, does about a resource that waits for it. */
export interface UserAction {
  kind: Kind
  /** Makes the resource of that key where the user starts by himself; `undefined` where he cannot. */
  begin?: (key: string, world: World) => Promise<JsonObject | undefined>
  waits: (data: JsonObject, world: World) => boolean
  act: (data: JsonObject, world: World) => Promise<JsonObject>
}

/** A state machine of the API: its operations, and the user's part in it. */
export interface Flow {
  actions: Record<OperationName, Action>
  user?: UserAction
}

/** Operations answered in a way of their own. */
export type Responders = Record<OperationName, Responder>
