import { kindOf } from '../arguments.ts'
import { ArgumentError } from '../errors/argument-error.ts'
import { encodeRfc3986, textOf } from './encode.ts'

/**
 * Writes a query with its question mark; empty if it has no values. An array repeats its name.
 *
 * @throws ArgumentError naming a parameter that is not a string, number, boolean or array of them
 */
export function serializeQuery(query: object): string {
  const pairs = Object.entries(query).flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? value : [value])
      .filter(item => item !== undefined && item !== null)
      .map(item => `${encodeRfc3986('query', name)}=${encodeRfc3986(`query.${name}`, parameter(name, item))}`))
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

function parameter(name: string, value: unknown): string {
  const text = textOf(value)
  if (text !== undefined) return text
  throw new ArgumentError(`query.${name}`, `expected a string, number or boolean, got ${kindOf(value)}`)
}
