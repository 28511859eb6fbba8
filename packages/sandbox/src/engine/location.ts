import type { JsonValue } from '@wxpay-live/compiler/model'
import { Refusal } from '../replies/refusal.ts'

/** The location of a value in a request. */
export interface Location {
  source: 'body' | 'path' | 'query' | 'header'
  /** JSON pointer in the source (RFC 6901). */
  pointer: string
}

/** Returns the location of a member or an item. */
export const inside = ({ source, pointer }: Location, step: string | number): Location =>
  ({ source, pointer: `${pointer}/${step}` })

/** Returns the refusal of a value in a request: 400 `PARAM_ERROR` in WeChat Pay's format. */
export function fieldRefusal(issue: string, value: JsonValue, { source, pointer }: Location): Refusal {
  return new Refusal(400, {
    code: 'PARAM_ERROR',
    message: `输入源“/${source}${pointer}”校验失败，${issue}`,
    // Without objects and lists: they may be nested too deep for `JSON.stringify`.
    detail: { field: pointer, value: typeof value === 'object' ? null : value, issue, location: source },
  })
}
