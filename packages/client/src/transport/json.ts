import { kindOf } from '../arguments.ts'
import { ArgumentError } from '../errors/argument-error.ts'

/**
 * Writes a value as JSON.
 *
 * @throws ArgumentError if it has no JSON, such as a function or a circular object
 */
export function stringifyJson(name: string, value: unknown): string {
  let text: string | undefined
  try {
    text = JSON.stringify(value)
  } catch (cause) {
    throw new ArgumentError(name, `expected JSON: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
  if (text === undefined) throw new ArgumentError(name, `expected JSON, got ${kindOf(value)}`)
  return text
}
