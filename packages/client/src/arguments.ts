import { didYouMean } from './did-you-mean.ts'
import { ArgumentError } from './errors/argument-error.ts'

/**
 * Accepts only an object of named values; not an array, a `Map` or `Headers`, whose values have no such names.
 *
 * @throws ArgumentError naming the argument
 */
export function assertObject(argument: string, value: unknown): asserts value is Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !(Symbol.iterator in value)) return
  throw new ArgumentError(argument, 'expected an object of names and values')
}

/**
 * Accepts only an object whose names are all known.
 *
 * @throws ArgumentError naming the unknown one, with the nearest known name or else all of them
 */
export function assertKnown(argument: string, value: unknown, known: readonly string[]): void {
  assertObject(argument, value)
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue
    const help = didYouMean(name, known) ?? `use ${known.join(', ')}`
    throw new ArgumentError(name, `unknown name in ${argument}; ${help}`)
  }
}

/**
 * Accepts only functions and `undefined`.
 *
 * @throws ArgumentError naming the first other value
 */
export function assertFunctions(values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && typeof value !== 'function') throw new ArgumentError(name, 'expected a function')
  }
}

/** Names the type of an unusable value for an error, never the value: it may be a secret. */
export function kindOf(value: unknown): string {
  if (value === undefined || value === null || Number.isNaN(value)) return String(value)
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
