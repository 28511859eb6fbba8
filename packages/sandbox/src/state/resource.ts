import type { JsonObject } from '../values/json.ts'

/** What the sandbox remembers of one order, refund, receiver … */
export interface Resource {
  /** Which flow it belongs to, such as `transaction` or `refund`. */
  kind: string
  /** Its business key, such as the `out_trade_no`; unique within its kind. */
  key: string
  /** Its members, named and written as the API does. */
  data: JsonObject
  /** Whether the user has to pay or to confirm it, see `Control.pay`. */
  waits: boolean
  /** When it was made, in Beijing time: `2025-01-02T11:04:05+08:00`. */
  created: string
  /** When it last changed, in the same form. */
  updated: string
}
