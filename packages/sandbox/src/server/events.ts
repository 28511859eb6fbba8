/** A request and its response. */
export interface RequestEvent {
  event: 'request'
  method: string
  /** Path and query, as sent. */
  url: string
  /** 0 if a scenario cut the connection. */
  status: number
  milliseconds: number
  /** The verdict on its signature; `unchecked` if the request was refused before. */
  signature: 'ok' | 'wrong' | 'unchecked'
  /** Why the request was refused. */
  reason?: string
  /** Members that the sandbox accepted and WeChat Pay may refuse. */
  warning?: string
  /** The string that should have been signed, if the signature is wrong. */
  expected?: string
}

/** An attempt to deliver a notification. */
export interface NotificationEvent {
  event: 'notification'
  id: string
  type: string
  url: string
  /** The number of this attempt, from 1. */
  attempt: number
  status?: number
  error?: string
  /** Seconds until the next attempt; absent after the last one. */
  retryIn?: number
}

/** A failure of the sandbox itself, not of a request. */
export interface FailureEvent {
  event: 'failure'
  message: string
}

/** An event for the server's log. */
export type ServerEvent = RequestEvent | NotificationEvent | FailureEvent
