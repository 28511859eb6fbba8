import type { Reason } from '../replies/error-codes.ts'

/** A type of record: what it is called, which members identify it, and what is refused. */
export interface RecordType {
  /** Unique name, such as `transaction`. */
  name: string
  /** Name for readers, in Chinese, such as 订单. */
  label: string
  /** The members that form the business key. */
  key: readonly string[]
  /** Other members that identify the record. */
  aliases?: readonly string[]
  /** Members that narrow the key: a request with another value of one of them does not find the record. */
  within?: readonly string[]
  /** The member that holds the state. @default the record has none */
  state?: string
  /** The refusal if the key is unknown. */
  missing: Reason
  /** The refusal if the key was used before with other parameters. */
  used: Reason
}
