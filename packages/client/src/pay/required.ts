import { ArgumentError } from '../errors/argument-error.ts'

/**
 * Returns a text that is signed for a phone.
 *
 * @throws ArgumentError if it is missing, or has white space, which would shift the lines of the string to sign
 */
export function required(name: string, value: unknown): string {
  if (typeof value === 'string' && /^\S+$/.test(value)) return value
  throw new ArgumentError(name, 'expected a string without white space')
}
