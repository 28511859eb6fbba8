import type { JsonValue } from '../model/index.ts'

/** The first pattern that matches a field's name gives its sample. */
const strings: [RegExp, string][] = [
  [/openid$/, 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o'],
  [/time$/, '2025-06-08T10:34:56+08:00'],
]

const integers: [RegExp, number][] = [
]

/** A plausible value for a name; the same one every time. */
export function sampleByName(name: string, type: string): JsonValue {
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'number') return find(integers, name) ?? 1
  return find(strings, name) ?? `示例${name}`
}

function find<T>(rules: [RegExp, T][], name: string): T | undefined {
  return rules.find(([pattern]) => pattern.test(name))?.[1]
}
