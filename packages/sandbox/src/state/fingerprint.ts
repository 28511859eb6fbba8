import type { JsonValue } from '@wxpay-live/compiler/model'
import { fnv1a } from '../values/fnv1a.ts'
import { sortMembers } from '../values/json.ts'

/** Short text that tells one content from another, in whatever order members stand. */
export const fingerprint = (value: JsonValue) => fnv1a(JSON.stringify(sortMembers(value))).toString(36)
