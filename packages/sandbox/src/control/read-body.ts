import type { JsonValue } from '@wxpay-live/compiler/model'
import type { Context } from 'hono'
import { isObject, type JsonObject } from '../values/json.ts'

/** A request body that the control API rejects. */
export class InputError extends Error {
  override name = 'InputError' as const
}

interface Types {
  string: string
  number: number
  object: JsonObject
}

type Kind = keyof Types | `${keyof Types}?`
type Kinds = Record<string, Kind>

type ValueOf<K extends Kind> = K extends `${infer T extends keyof Types}?` ? Types[T] | undefined
  : K extends keyof Types ? Types[K] : never

type Values<K extends Kinds> = { [Name in keyof K]: ValueOf<K[Name]> }

/**
 * Reads the JSON body of a request. An empty body counts as `{}`, and a member that is `null` as missing.
 *
 * @throws InputError that names the member that is missing, unknown or of another type
 */
export async function readBody<const K extends Kinds>(c: Context, kinds: K): Promise<Values<K>> {
  const text = await c.req.text()
  const body = parse(text || '{}')
  const unknown = Object.keys(body).find(name => !Object.hasOwn(kinds, name))
  if (unknown !== undefined) throw new InputError(`${unknown} is unknown, expected ${Object.keys(kinds).join(', ') || 'an empty body'}`)
  for (const [name, kind] of Object.entries(kinds)) {
    const type = kind.replace('?', '')
    const isOptional = type !== kind
    const value = body[name] ?? undefined
    if (value === undefined ? !isOptional : typeof value !== type || Array.isArray(value)) {
      throw new InputError(`${name} must be ${type === 'object' ? 'an' : 'a'} ${type}${isOptional ? ' or left out' : ''}`)
    }
  }
  return Object.fromEntries(Object.keys(kinds).map(name => [name, body[name] ?? undefined])) as Values<K>
}

function parse(text: string): JsonObject {
  try {
    const body: JsonValue = JSON.parse(text)
    if (isObject(body)) return body
  } catch {
    // The error below covers both cases.
  }
  throw new InputError('the body must be a JSON object')
}
