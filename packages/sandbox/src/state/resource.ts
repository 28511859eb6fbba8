import type { JsonObject } from '../values/json.ts'

/** The next action of the other side, the user or the platform, on a record. */
export type Advance = 'pay' | 'confirm' | 'approve' | 'sign' | 'use' | 'refund'

/** A record as the control API shows it: an order, a refund, a receiver … */
export interface Resource {
  /** Name of its type, such as `transaction` or `refund`. */
  kind: string
  /** Name of its type for readers, in Chinese, such as 订单. */
  label: string
  /** Its business key, such as the `out_trade_no`; unique within its kind. */
  key: string
  /** Its state, such as `NOTPAY`; absent if its type has no states. */
  state?: string
  /** Its members, named and written as in the API. */
  data: JsonObject
  /** The next action of the other side, see `Control.advance`; `false` if it has nothing to do. */
  waits: Advance | false
  /** Creation time in Beijing time: `2025-01-02T11:04:05+08:00`. */
  created: string
  /** Time of the last change, in the same format. */
  updated: string
}
