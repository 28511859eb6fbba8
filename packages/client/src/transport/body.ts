import { ArgumentError } from '../errors/argument-error.ts'
import type { RequestOptions } from '../options.ts'

/**
 * The body of a request as text; empty where there is none.
 *
 * @throws ArgumentError where both `json` and `body` are given, or one cannot be written as text
 */
export function buildBody(method: string, { json, body }: RequestOptions): string {
  if (json === undefined && body === undefined) return ''
  if (json !== undefined && body !== undefined) throw new ArgumentError('body', 'give either json or body, not both')
  const name = json === undefined ? 'body' : 'json'
  if (method === 'GET') throw new ArgumentError(name, 'a GET request has no body; write it as { query: { … } }')
  const text: unknown = name === 'body' ? body : stringify(json)
  if (typeof text !== 'string') throw new ArgumentError(name, `cannot be written as text: it is a ${typeof (json ?? body)}`)
  if (!text.isWellFormed()) throw new ArgumentError(name, 'is not well-formed Unicode')
  return text
}

function stringify(json: unknown): unknown {
  try {
    return JSON.stringify(json)
  } catch (cause) {
    throw new ArgumentError('json', `cannot be written as JSON: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}
