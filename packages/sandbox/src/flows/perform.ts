import type { Field } from '@wxpay-live/compiler/model'
import type { Call } from '../engine/call.ts'
import type { Context } from '../engine/context.ts'
import { respond } from '../engine/respond.ts'
import { rememberSerial } from '../notifications/platform-key.ts'
import { Refusal } from '../replies/refusal.ts'
import type { Reply } from '../replies/reply.ts'
import { isObject, type JsonObject, readTexts, withoutNulls } from '../values/json.ts'
import { picture } from './kit/file-reply.ts'
import type { AnyAction } from './kit/flow.ts'
import { upload } from './kit/upload.ts'
import type { Registry } from './registry.ts'

/** Replies to a call with the operation's responder, else its action, else its response table alone. */
export async function perform(call: Call, context: Context, registry: Registry): Promise<Reply> {
  const { operation } = call
  const handler = await registry.handlerOf(operation)
  if (handler && 'responder' in handler) return handler.responder(call, context)
  if (operation.returns === 'binary') return picture
  const action = uploadOf(call) ?? handler?.action
  const params = paramsOf(call)
  const { read, change } = context.state
  const known = await (operation.method === 'GET' ? read : change)(async (world) => {
    await rememberSerial(call, context.identity, world)
    return action?.(params, world, context.scenario)
  }, context.scenario)
  if (known instanceof Refusal) throw known
  return respond(call, context, known)
}

/** Returns an action that stores the file of a call, for any operation. */
function uploadOf({ upload: file }: Call): AnyAction | undefined {
  return file && ((params, world) => upload(file, params, world))
}

/**
 * Returns the members of a request in one object, those of the query and the path with the types of their tables.
 * `null` is the same as a missing member.
 */
function paramsOf({ operation: { request }, path, query, body }: Call): JsonObject {
  return {
    ...isObject(body) && withoutNulls(body),
    ...Object.fromEntries(query), ...typed(request.query, name => query.getAll(name)),
    ...path, ...typed(request.path, name => path[name] === undefined ? [] : [path[name]]),
  }
}

function typed(fields: Field[], textsOf: (name: string) => string[]): JsonObject {
  const values = fields.map(({ name, type }) => [name, readTexts(type, textsOf(name))] as const)
  return Object.fromEntries(values.flatMap(([name, value]) => value === undefined ? [] : [[name, value]]))
}
