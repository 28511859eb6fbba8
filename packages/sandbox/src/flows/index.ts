import type { Operation } from '@wxpay-live/compiler/model'
import type { Answer, Call, Context } from '../engine/call.ts'
import { respond } from '../engine/respond.ts'
import { isObject, type JsonObject } from '../engine/types.ts'
import { certificates } from './certificates.ts'
import type { Action, Flow } from './flow.ts'

/** Every flow. */
export const flows: Flow[] = []

const responders = new Map(Object.entries({ ...certificates }))
const actions = new Map<string, Action>(flows.flatMap(({ actions }) => Object.entries(actions)))

/** Answers a call: by a way of the operation's own, else the flow it belongs to, else its response table alone. */
export async function perform(call: Call, context: Context): Promise<Answer> {
  const name = nameOf(call.operation)
  const responder = responders.get(name)
  if (responder) return responder(call, context)
  const action = actions.get(name)
  const known = action && await context.state.change(world => action(paramsOf(call), world))
  return respond(call, context, known)
}

const nameOf = ({ method, path }: Operation) => `${method} ${path}`

function paramsOf({ path, query, body }: Call): JsonObject {
  return { ...isObject(body) && body, ...Object.fromEntries(query), ...path }
}
