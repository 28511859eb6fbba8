/** A request that was answered. */
export interface RequestEvent {
  event: 'request'
  method: string
  /** Path and query, as sent. */
  url: string
  /** 0 where the connection was cut, as a scenario wants it. */
  status: number
  milliseconds: number
  /** The verdict on its signature; `unchecked` where the request was refused before. */
  signature: 'ok' | 'wrong' | 'unchecked'
  /** What is wrong, with the signature or else with the request. */
  reason?: string
  /** The string that should have been signed, where the signature is wrong. */
  expected?: string
}

/** An attempt to deliver a notification. */
export interface NotificationEvent {
  event: 'notification'
  id: string
  type: string
  url: string
  /** How often it was tried, this time included. */
  attempt: number
  status?: number
  error?: string
  /** Seconds until the next attempt; absent where there is none. */
  retryIn?: number
}

/** A failure of the sandbox itself, not of a request. */
export interface FailureEvent {
  event: 'failure'
  message: string
}

/** What the server tells its log. */
export type ServerEvent = RequestEvent | NotificationEvent | FailureEvent
