import type { JsonValue } from '@wxpay-live/compiler/model'
import { Refusal } from '../replies/refusal.ts'

/** The location of a value in a request. */
export interface Location {
  /** As WeChat Pay names it: `uri_template` is the path. */
  source: 'body' | 'uri_template' | 'query' | 'header'
  /** JSON pointer in the source (RFC 6901). */
  pointer: string
}

/** Returns the location of a member or an item. */
export const inside = ({ source, pointer }: Location, step: string | number): Location =>
  ({ source, pointer: `${pointer}/${step}` })

/**
 * Returns the refusal of a value in a request: 400 `PARAM_ERROR` in WeChat Pay's format.
 *
 * @param issue what is wrong, in a few words
 * @param message by default the location and the issue
 */
export function fieldRefusal(
  issue: string, value: JsonValue, at: Location, message = `输入源“${addressOf(at)}”校验失败，${issue}`,
): Refusal {
  const { source: location, pointer: field } = at
  return new Refusal(400, { code: 'PARAM_ERROR', message, detail: { field, value, issue, location } })
}

/** Returns the location as messages write it, such as `/body/amount/total`. */
export const addressOf = ({ source, pointer }: Location) => `/${source}${pointer}`
