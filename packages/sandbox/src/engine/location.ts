import type { JsonValue } from '@wxpay-live/compiler/model'
import { Refusal } from '../replies/refusal.ts'

/** Where a value stands in a request. */
export interface Location {
  source: 'body' | 'path' | 'query' | 'header'
  /** JSON pointer in the source (RFC 6901). */
  pointer: string
}

/** The location of a member or an item. */
export const inside = ({ source, pointer }: Location, step: string | number): Location =>
  ({ source, pointer: `${pointer}/${step}` })

/** The error about one value of a request: 400 `PARAM_ERROR`, in WeChat Pay's shape. */
export function fieldRefusal(issue: string, value: JsonValue, { source, pointer }: Location): Refusal {
  return new Refusal(400, {
    code: 'PARAM_ERROR',
    message: `输入源“/${source}${pointer}”校验失败，${issue}`,
    // Objects and lists are left out: they can be nested deeper than JSON can be written.
    detail: { field: pointer, value: typeof value === 'object' ? null : value, issue, location: source },
  })
}
