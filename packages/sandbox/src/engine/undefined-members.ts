import { nearestName } from '@wxpay-live/client/names'
import type { Field, JsonValue, Operation } from '@wxpay-live/compiler/model'
import { Refusal } from '../replies/refusal.ts'
import { isObject } from '../values/json.ts'
import type { Call } from './call.ts'

/**
 * Refuses query parameters and members of the body that the operation's tables do not have, as WeChat Pay does since
 * 2021 (wechatpay-php#64).
 *
 * @returns the locations that the operation tolerates, such as `/body/amount/refund_fee`
 * @throws Refusal 400 `PARAM_ERROR` with the locations of all others
 */
export function refuseUndefined({ operation, query, body }: Call): string[] {
  const found = undefinedMembers(operation, [...query.keys()], body)
  const refused = found.filter(({ tolerated }) => !tolerated)
  if (!refused.length) return found.map(({ location }) => location)
  const suggestions = refused.flatMap(({ location, suggestion }) => (
    suggestion ? [[location, suggestion] as const] : []
  ))
  throw new Refusal(400, {
    code: 'PARAM_ERROR',
    message: '请求中含有未在API文档中定义的参数',
    detail: {
      location: null,
      value: refused.map(({ location }) => location),
      // Ours: WeChat Pay suggests nothing.
      ...suggestions.length && { suggestions: Object.fromEntries(suggestions) },
    },
  })
}

/** A query parameter or a member of the body that the operation's tables do not have. */
export interface UndefinedMember {
  /** Such as `/body/amount/refund_fee`. */
  location: string
  /** The nearest name of the tables in its place; absent if none is near. */
  suggestion?: string
  /** Whether the operation tolerates it. */
  tolerated: boolean
}

/** Finds the query parameters and members of the body that the operation's tables do not have. */
export function undefinedMembers(
  { request, tolerates = [] }: Operation, query: string[], body: JsonValue | undefined,
): UndefinedMember[] {
  const found: Found[] = []
  const names = request.query.map(({ name }) => name)
  for (const name of new Set(query)) {
    if (!names.includes(name)) found.push({ at: '/query', name, names })
  }
  if (request.json && body !== undefined) collect([request.json], body, '/body', found)
  return found.map(({ at, name, names }) => {
    const location = `${at}/${name}`
    const tolerated = tolerates === true || tolerates.includes(location.replace(/\/\d+(?=\/)/g, ''))
    const suggestion = name.length < maxName ? nearestName(name, names) : undefined
    return { location, tolerated, ...suggestion && { suggestion } }
  })
}

/** An undefined member, with the names that are defined in its place. */
interface Found {
  at: string
  name: string
  names: string[]
}

/** Longer than any name of the API; the limit keeps a huge name from taking long to compare. */
const maxName = 100

/** More than any program sends by mistake; the limit keeps a huge body from making a huge response. */
const maxFound = 1_000

/**
 * Adds the undefined members of a value, up to a limit.
 *
 * @param forms the forms of the field that holds the value
 */
function collect(forms: Field[], value: JsonValue, at: string, found: Found[]): void {
  if (Array.isArray(value)) return value.forEach((item, index) => collect(forms, item, `${at}/${index}`, found))
  const fields = forms.flatMap(({ children = [] }) => children)
  // The members of an object without rows are unknown.
  if (!isObject(value) || !fields.length) return
  for (const name in value) {
    if (found.length >= maxFound) return
    const item = value[name]
    if (item === null || item === undefined) continue
    const known = fields.filter(field => field.name === name)
    if (known.length) collect(known, item, `${at}/${name}`, found)
    else found.push({ at, name, names: fields.map(field => field.name) })
  }
}
