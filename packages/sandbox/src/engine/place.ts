import type { JsonValue } from '@wxpay-live/compiler/model'
import { Refusal } from '../replies/refusal.ts'

/** Where a value stands in a request. */
export interface Place {
  location: 'body' | 'path' | 'query' | 'header'
  /** JSON pointer below the location (RFC 6901). */
  pointer: string
}

/** The place of a member or an item. */
export const inside = ({ location, pointer }: Place, step: string | number): Place =>
  ({ location, pointer: `${pointer}/${step}` })

/** The error about one value of a request: 400 `PARAM_ERROR`, in WeChat Pay's shape. */
export function refusal(issue: string, value: JsonValue, { location, pointer }: Place): Refusal {
  return new Refusal(400, {
    code: 'PARAM_ERROR',
    message: `输入源“/${location}${pointer}”校验失败，${issue}`,
    // Objects and lists are left out: they can be nested deeper than JSON can be written.
    detail: { field: pointer, value: typeof value === 'object' ? null : value, issue, location },
  })
}
