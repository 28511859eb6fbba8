import type { ClientOptions } from '@wxpay-live/client'
import type { Excess } from './limits.ts'
import type { ImportPlace } from './typescript/find-imports.ts'

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
    /** The string that was signed; undefined if the code sent the request itself. */
    message?: string
  }
  /** Undefined if no response arrived. */
  response?: {
    status: number
    headers: Record<string, string>
    body: string
  }
  /** Undefined if no response arrived, or if the code sent the request itself. */
  verification?: {
    verified: boolean
    serial?: string
    message?: string
    /** Why the response is not trusted, in Chinese. */
    reason?: string
    /** Whether WeChat Pay never signs this kind of file. */
    unsigned?: boolean
  }
}

/** Events of the code. */
export type CodeEvent
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

/** Events of a run, in order. */
export type RunEvent
  = | CodeEvent
  /** The time was up; `waiting` lists the requests and timers that the code waited for. */
    | { type: 'timeout', waiting: string[] }
  /** The run was stopped because it sent more than the limit. */
    | { type: 'excess', of: Excess, limit: number }

/** A request of the code's `fetch`, to be answered at the port by a {@link FetchAnswer}. */
export interface FetchMessage {
  type: 'fetch'
  request: { method: string, url: string, headers: [name: string, value: string][], body: ArrayBuffer }
  port: MessagePort
}

/** The answer to a {@link FetchMessage}. */
export type FetchAnswer
  = | { status: number, statusText: string, headers: [name: string, value: string][], body: ArrayBuffer }
  /** The request failed. */
    | { failure: string }
  /** The page does not answer this URL, the browser's own `fetch` may. */
    | undefined

/** Messages from the worker. */
export type WorkerMessage
  /** The worker starts to run the code. */
  = | { type: 'started' }
  /** The requests and timers that the code waits for have changed. */
    | { type: 'waiting', for: string[] }
    | FetchMessage
    | CodeEvent

/** The message that starts a run in a new or idle worker. */
export interface RunRequest {
  /** In the language of the worker; for `@wxpay-live/runner/worker` JavaScript, since it does not strip types. */
  code: string
  /** Where the JavaScript imports modules; the worker does not look for them. @default nowhere */
  imports?: readonly ImportPlace[]
  client: ClientSettings
  /** Values for path variables that the code leaves empty. */
  samples?: Record<string, string>
  /** The compiled module of PHP, for the PHP worker. */
  php?: WebAssembly.Module
  /**
   * URL in a browser that answers synchronous requests: the URL of the request is added as `url`. Without it the code cannot
   * send any.
   */
  relay?: string
}
