import type { JsonValue } from '@wxpay-live/compiler/model'
import { fnv1a } from '../engine/fnv1a.ts'
import { isObject } from '../engine/types.ts'

/** Short text that tells one content from another, in whatever order members stand. */
export const fingerprint = (value: JsonValue) => fnv1a(JSON.stringify(sorted(value))).toString(36)

function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  return Object.keys(value).sort().map(name => [name, sorted(value[name]!)])
}
