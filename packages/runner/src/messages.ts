import type { ClientOptions } from '@wxpay-live/client'

/** Options of the predefined `wxpay`; only those that can be posted to a worker. */
export type ClientSettings = Pick<ClientOptions, 'mchid' | 'serial' | 'privateKey' | 'certs' | 'secret' | 'baseUrl'>

/** Methods of `console` that are reported. */
export type LogLevel = 'debug' | 'error' | 'info' | 'log' | 'warn'

/** A request with its response, as sent and received. */
export interface Exchange {
  request: {
    method: string
    url: string
    headers: Record<string, string>
    body: string
    /** The string that was signed. */
    message: string
  }
  /** Undefined if no response arrived. */
  response?: {
    status: number
    headers: Record<string, string>
    body: string
  }
  /** Undefined if no response arrived. */
  verification?: {
    verified: boolean
    serial?: string
    message?: string
    reason?: string
  }
}

/** Events of a run, in order. */
export type RunEvent
  /** The code logged to the console. */
  = | { type: 'log', level: LogLevel, text: string }
  /** The code printed to standard output; `text` is the next part of it. */
    | { type: 'output', text: string }
  /** A request got a response or failed. */
    | { type: 'exchange', exchange: Exchange }
  /** The code threw, rejected or is invalid. */
    | { type: 'error', name: string, message: string, detail?: string, line?: number, column?: number }
  /** The code ended; `failed` if its output has the error. */
    | { type: 'done', failed?: boolean }

/** Messages from the worker. */
export type WorkerMessage
  /** The worker starts to run the code. */
  = | { type: 'started' }
    | RunEvent

/** The message that starts a run in a new or idle worker. */
export interface RunRequest {
  code: string
  client: ClientSettings
  /** Values for path variables that the code leaves empty. */
  samples?: Record<string, string>
  /** The compiled module of PHP, for the PHP worker. */
  php?: WebAssembly.Module
}
