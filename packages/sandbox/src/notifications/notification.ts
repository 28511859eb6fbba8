import type { JsonObject } from '../values/json.ts'

/** A notification the platform owes the merchant, and what became of it. */
export interface Notification {
  id: string
  /** Such as `TRANSACTION.SUCCESS`. */
  event_type: string
  notify_url: string
  /** Signed at the time of `createdAt`; each further attempt is to be signed anew, see `Control.attempt`. */
  headers: Record<string, string>
  /** The body as sent: JSON whose `resource` is encrypted with the APIv3 key. */
  body: string
  /** What the encrypted resource holds. */
  resource: JsonObject
  /** Milliseconds since the epoch, by the sandbox's clock. */
  createdAt: number
  deliveries: Delivery[]
}

/** One attempt to deliver a notification. */
export interface Delivery {
  /** Milliseconds since the epoch. */
  at: number
  /** What the merchant's server answered; absent where it did not. */
  status?: number
  /** Why there was no answer, or why it does not count as one. */
  error?: string
}

/** A request that delivers a notification. */
export interface Attempt {
  url: string
  headers: Record<string, string>
  body: string
}
