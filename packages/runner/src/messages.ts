import type { ClientOptions } from '@wxpay-live/client'

/** The settings of the ready-made `wxpay`: those options of a client that can be posted to a worker. */
export type ClientSettings = Pick<ClientOptions, 'mchid' | 'serial' | 'privateKey' | 'certs' | 'secret' | 'baseUrl'>

/** The methods of `console` that show text. */
export type LogLevel = 'debug' | 'error' | 'info' | 'log' | 'warn'

/** One request and its response, as they went over the wire. */
export interface Exchange {
  request: {
    method: string
    url: string
    headers: Record<string, string>
    body: string
    /** The string that was signed. */
    message: string
  }
  /** Absent where no response came. */
  response?: {
    status: number
    headers: Record<string, string>
    body: string
  }
  /** Absent where no response came. */
  verification?: {
    verified: boolean
    serial?: string
    message?: string
    reason?: string
  }
}

/** What a run reports while it goes on, in order. */
export type RunEvent
  /** The code wrote to the console. */
  = | { type: 'log', level: LogLevel, text: string }
  /** The code printed: a piece of its standard output, as it is. */
    | { type: 'output', text: string }
  /** A request was answered, or failed. */
    | { type: 'exchange', exchange: Exchange }
  /** The code threw, rejected, or could not be read. */
    | { type: 'error', name: string, message: string, detail?: string, line?: number, column?: number }
  /** The code came to its end; `failed` where its output says why. */
    | { type: 'done', failed?: boolean }

/** From the worker to the page. */
export type WorkerMessage
  /** The worker is prepared and begins with the code. */
  = | { type: 'started' }
    | RunEvent

/** From the page to the worker, as soon as it is created or free again. */
export interface RunRequest {
  code: string
  client: ClientSettings
  /** Values for variables of a path that the code leaves empty. */
  samples?: Record<string, string>
  /** PHP, compiled; only for the worker that runs PHP. */
  php?: WebAssembly.Module
}
