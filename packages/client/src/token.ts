import { ArgumentError } from './errors/argument-error.ts'

/**
 * Reads a value that is put in quotation marks in the `Authorization` header.
 *
 * @throws ArgumentError unless it is a text of letters, digits, `_` and `-`
 */
export function readToken(name: string, value: unknown): string {
  if (typeof value === 'string' && /^[\w-]+$/.test(value)) return value
  throw new ArgumentError(name, 'expected a string of letters and digits')
}
