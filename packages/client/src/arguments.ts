import { ArgumentError } from './errors/argument-error.ts'

/**
 * Refuses what is not an object of named values; neither is a list, a `Map` or `Headers`, whose values have no such names.
 *
 * @throws ArgumentError naming it
 */
export function assertObject(argument: string, value: unknown): asserts value is Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !(Symbol.iterator in value)) return
  throw new ArgumentError(argument, 'expected an object of names and values')
}

/**
 * Refuses an object with a name nobody reads.
 *
 * @throws ArgumentError listing the known ones
 */
export function assertKnown(argument: string, value: unknown, known: readonly string[]): void {
  assertObject(argument, value)
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue
    throw new ArgumentError(name, `there is no such name in ${argument}; it knows ${known.join(', ')}`)
  }
}

/**
 * Refuses what is given but no function.
 *
 * @throws ArgumentError naming it
 */
export function assertFunctions(values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && typeof value !== 'function') throw new ArgumentError(name, 'expected a function')
  }
}

/** How a value that cannot be used is called in an error: by its kind, since it may be a secret. */
export function kindOf(value: unknown): string {
  if (value === null || Number.isNaN(value)) return String(value)
  return Array.isArray(value) ? 'an array' : typeof value
}
