import type { Scenario } from '../scenarios/scenarios.ts'
import type { JsonObject } from '../values/json.ts'

/** A notification to the merchant, and the attempts to deliver it. */
export interface Notification {
  id: string
  /** Such as `TRANSACTION.SUCCESS`. */
  event_type: string
  notify_url: string
  /** Signed at `createdAt`; each further attempt needs a new signature, see `Control.attempt`. */
  headers: Record<string, string>
  /** The body as sent: JSON whose `resource` is encrypted with the APIv3 key. */
  body: string
  /** The decrypted resource of the body. */
  resource: JsonObject
  /** Milliseconds since the epoch, by the sandbox's clock. */
  createdAt: number
  /** What the scenario in which it was made does to its signature and delivery. */
  scenario?: Pick<Scenario, 'name' | 'signature' | 'notifications'>
  deliveries: Delivery[]
}

/** The result of one attempt to deliver a notification. */
export interface Delivery {
  /** Milliseconds since the epoch. */
  at: number
  /** Status of the merchant's response; absent if there was no response. */
  status?: number
  /** Why there was no response, or why it does not count as success. */
  error?: string
}

/** A request that delivers a notification. */
export interface Attempt {
  url: string
  headers: Record<string, string>
  body: string
}
