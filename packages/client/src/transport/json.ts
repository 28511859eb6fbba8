import { ArgumentError } from '../errors/argument-error.ts'

/**
 * Writes a value as JSON.
 *
 * @throws ArgumentError where it cannot be, or would be nothing
 */
export function stringifyJson(name: string, value: unknown): string {
  let text: string | undefined
  try {
    text = JSON.stringify(value)
  } catch (cause) {
    throw new ArgumentError(name, `cannot be written as JSON: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
  if (text === undefined) throw new ArgumentError(name, `cannot be written as JSON: it is a ${typeof value}`)
  return text
}
