import type { JsonValue } from '@wxpay-live/compiler/model'
import { fnv1a } from '../values/fnv1a.ts'
import { sortMembers } from '../values/json.ts'

/** Returns a short hash of a value that does not depend on the order of members. */
export const fingerprint = (value: JsonValue) => fnv1a(JSON.stringify(sortMembers(value))).toString(36)
