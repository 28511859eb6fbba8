import type { Field, JsonValue } from '@wxpay-live/compiler/model'
import type { Reply } from '../replies/reply.ts'
import {
  isDeclared, isList, isObject, isOfType, itemType, type JsonObject, member, readTexts,
} from '../values/json.ts'
import type { Call } from './call.ts'
import type { Context } from './context.ts'
import { encryptFields } from './encrypted.ts'
import { isIdentifier, personalise } from './identifiers.ts'

/** Members that always hold the identity's merchant id. */
const merchantIds = ['mchid', 'sp_mchid']

/**
 * Replies by the operation's response table: with known members of the resource, values of the request under the same
 * name, the identity's `mchid`, and samples for the rest. The same request always gets the same reply.
 *
 * @param known members of the reply, `null` to leave one out. If given, unknown optional members are left out
 */
export async function respond(call: Call, context: Context, known?: JsonObject): Promise<Reply> {
  const { response, status = 204 } = call.operation
  if (!response.length) return { status }
  const body = compose(response, call.body, known, call, context)
  return { status: 200, body: await encryptFields(response, body, context.keys.merchantEncryption) }
}

/** @param sent the request's object at the location that the composed object has in the response */
function compose(
  fields: Field[], sent: JsonValue | undefined, known: JsonObject | undefined, call: Call, context: Context,
): JsonObject {
  const valueOf = (field: Field): JsonValue => {
    const value = known?.[field.name] ?? undefined
    const same = member(sent, field.name)
    const { children } = field
    if (children?.length && itemType(field.type) === 'object') {
      const inner = (item: JsonValue | undefined, value: JsonValue | undefined) =>
        compose(children, item, isObject(value) ? value : undefined, call, context)
      if (!isList(field.type)) return inner(same, value)
      if (Array.isArray(value)) return value.map(item => inner(undefined, item))
      return (Array.isArray(same) ? same : [undefined]).map(item => inner(item, undefined))
    }
    if (value !== undefined) return value
    if (merchantIds.includes(field.name)) return context.identity.mchid
    const echo = [same, ...topLevelValues(field, call)].find(value => fits(field, value))
    if (echo !== undefined) return echo
    return isIdentifier(field) ? personalise(field, sent, call) : field.sample
  }
  // Of several forms, the response has the first one.
  const isIncluded = ({ name, required, alt = 1 }: Field) =>
    alt === 1 && (!known || (name in known ? known[name] !== null : required))
  return Object.fromEntries(fields.filter(isIncluded).map(field => [field.name, valueOf(field)]))
}

function topLevelValues({ name, type }: Field, { path, query, body }: Call): (JsonValue | undefined)[] {
  const variable = path[name]
  return [
    variable === undefined ? undefined : readTexts(type, [variable]),
    readTexts(type, query.getAll(name)),
    member(body, name),
  ]
}

/** Whether the value may be echoed in the field. */
function fits(field: Field, value: JsonValue | undefined): boolean {
  const type = itemType(field.type)
  if (value === undefined || type === 'object') return false
  const isValid = (item: JsonValue) => isOfType(type, item) && isDeclared(field, item)
  return isList(field.type) ? Array.isArray(value) && value.every(isValid) : isValid(value)
}
