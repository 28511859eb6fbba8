import type { Field, JsonValue } from '@wxpay-live/compiler/model'
import type { Call, Context, Responder } from './call.ts'
import { isIdentifier, personalise } from './identifiers.ts'
import { isDeclared, isList, isOfType, itemType, type JsonObject, member, readTexts } from './types.ts'

/**
 * Answers by the operation's response table: what the request said under the same name, the identity's `mchid`,
 * and samples for the rest. The same request always gets the same answer.
 */
export const respond: Responder = (call, context) => call.operation.response.length
  ? { status: 200, body: compose(call.operation.response, call.body, call, context) }
  : { status: 204 }

/** @param near the object of the request that stands where the composed one will stand in the response */
function compose(fields: Field[], near: JsonValue | undefined, call: Call, context: Context): JsonObject {
  const answer = (field: Field): JsonValue => {
    const same = member(near, field.name)
    const { children } = field
    if (children?.length && itemType(field.type) === 'object') {
      if (!isList(field.type)) return compose(children, same, call, context)
      return (Array.isArray(same) ? same : [undefined]).map(item => compose(children, item, call, context))
    }
    if (field.name === 'mchid') return context.identity.mchid
    const echo = [same, ...topLevel(field, call)].find(value => fits(field, value))
    if (echo !== undefined) return echo
    return isIdentifier(field) ? personalise(field, near, call) : field.sample
  }
  return Object.fromEntries(fields.map(field => [field.name, answer(field)]))
}

function topLevel({ name, type }: Field, { path, query, body }: Call): (JsonValue | undefined)[] {
  const variable = path[name]
  return [
    variable === undefined ? undefined : readTexts(type, [variable]),
    readTexts(type, query.getAll(name)),
    member(body, name),
  ]
}

/** Whether the value may be echoed. Ciphertexts are not: the response's are for another key than the request's. */
function fits(field: Field, value: JsonValue | undefined): boolean {
  const type = itemType(field.type)
  if (value === undefined || field.encrypted || type === 'object') return false
  const isGood = (item: JsonValue) => isOfType(type, item) && isDeclared(field, item)
  return isList(field.type) ? Array.isArray(value) && value.every(isGood) : isGood(value)
}
