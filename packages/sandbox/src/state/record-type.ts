import type { Reason } from '../replies/error-codes.ts'
import type { JsonObject } from '../values/json.ts'

/** The name of a member. */
export type Member<Data> = keyof Data & string

/** A type of record: its names, the members that identify it, and its refusals. */
export interface AnyRecordType {
  /** Unique name, such as `transaction`. */
  name: string
  /** Name for readers, in Chinese, such as 订单. */
  label: string
  /** The members that form the business key. */
  key: readonly string[]
  /** Other members that identify the record. */
  aliases?: readonly string[]
  /** Members that must match if a request has them; otherwise it does not find the record. */
  within?: readonly string[]
  /** The member that holds the state. @default no states */
  state?: string
  /** The refusal if the key is unknown. */
  missing: Reason
  /** The refusal if the key was used before with other parameters. */
  used: Reason
}

/** A type of record whose data is known to the compiler. */
export interface RecordType<Data extends JsonObject = JsonObject> extends AnyRecordType {
  /** Never set; it only tells the compiler the type of the data. */
  data?: Data
  key: readonly Member<Data>[]
  aliases?: readonly Member<Data>[]
  within?: readonly Member<Data>[]
  state?: Member<Data>
}
