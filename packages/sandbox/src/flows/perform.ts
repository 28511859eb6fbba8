import type { Call } from '../engine/call.ts'
import type { Context } from '../engine/context.ts'
import { respond } from '../engine/respond.ts'
import { rememberSerial } from '../notifications/platform-key.ts'
import type { Reply } from '../replies/reply.ts'
import { isObject, type JsonObject } from '../values/json.ts'
import { picture } from './kit/file-reply.ts'
import type { Action } from './kit/flow.ts'
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
  })
  return respond(call, context, known)
}

/** Returns an action that stores the file of a call, for any operation. */
function uploadOf({ upload: file }: Call): Action | undefined {
  return file && ((params, world) => upload(file, params, world))
}

function paramsOf({ path, query, body }: Call): JsonObject {
  return { ...isObject(body) && body, ...Object.fromEntries(query), ...path }
}
