import type { JsonValue, Limits } from '../model/index.ts'

const utf8 = new TextEncoder()

/** The length of a text in the unit of the limits. */
const lengthOf = (text: string, { lengthUnit }: Limits) =>
  lengthUnit === 'characters' ? Array.from(text).length : utf8.encode(text).length

/** Returns what is wrong with a value, such as `35 bytes, at most 32`; undefined if it is within the limits. */
export function limitProblem(value: JsonValue, limits: Limits): string | undefined {
  if (typeof value === 'number') {
    const { minimum = -Infinity, maximum = Infinity } = limits
    if (value < minimum) return `the size ${value}, at least ${minimum}`
    return value > maximum ? `the size ${value}, at most ${maximum}` : undefined
  }
  if (typeof value !== 'string') return undefined
  const { minLength = 0, maxLength = Infinity, lengthUnit = 'bytes', pattern } = limits
  const length = lengthOf(value, limits)
  if (length < minLength) return `${length} ${lengthUnit}, at least ${minLength}`
  if (length > maxLength) return `${length} ${lengthUnit}, at most ${maxLength}`
  return pattern && !new RegExp(pattern, 'u').test(value) ? `other characters than ${pattern}` : undefined
}

/** Returns a sample that is within the limits, changed as little as needed. */
export function fitSample(value: JsonValue, limits: Limits): JsonValue {
  if (typeof value === 'number') {
    return Math.min(Math.max(value, limits.minimum ?? -Infinity), limits.maximum ?? Infinity)
  }
  if (typeof value !== 'string') return value
  const { minLength = 0, maxLength = Infinity } = limits
  const fitting = Array.from(value)
  while (lengthOf(fitting.join(''), limits) > maxLength) fitting.pop()
  while (lengthOf(fitting.join(''), limits) < minLength) fitting.push('0')
  return fitting.join('')
}
