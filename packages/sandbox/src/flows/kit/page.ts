import type { JsonValue } from '@wxpay-live/compiler/model'
import type { JsonObject } from '../../values/json.ts'

/** Returns the page of a list that `offset` and `limit` select. @default the first ten items */
export function page(name: string, all: JsonValue[], params: JsonObject): JsonObject {
  const offset = Number(params.offset ?? 0)
  const limit = Number(params.limit ?? 10)
  return { [name]: all.slice(offset, offset + limit), offset, limit, total_count: all.length }
}
