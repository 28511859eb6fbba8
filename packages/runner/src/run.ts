import type { ClientSettings, RunEvent, RunRequest } from './messages.ts'

/** How a run ended. */
export type Outcome = 'done' | 'failed' | 'stopped' | 'timeout'

export interface RunOptions {
  /** Settings of the `wxpay` the code finds ready made. */
  client: ClientSettings
  /** Makes the dedicated worker; its module is `@wxpay-live/runner/worker`. */
  createWorker: () => Worker
  /** Receives what the code logs, sends and throws. */
  onEvent: (event: RunEvent) => void
  /** Milliseconds before a run that does not end is stopped. @default 10_000 */
  timeout?: number
}

/** A run that is going on. */
export interface Run {
  /** Settles, never rejects, when the code ended, failed, was stopped, or ran out of time. */
  outcome: Promise<Outcome>
  /** Ends the worker at once. */
  stop: () => void
}

/** Runs one TypeScript example in a worker of its own. */
export function run(code: string, { client, createWorker, onEvent, timeout = 10_000 }: RunOptions): Run {
  const worker = createWorker()
  const { promise: outcome, resolve } = Promise.withResolvers<Outcome>()
  const end = (how: Outcome) => {
    clearTimeout(timer)
    worker.terminate()
    resolve(how)
  }
  const timer = setTimeout(() => end('timeout'), timeout)
  let failed = false
  worker.onmessage = ({ data: event }: MessageEvent<RunEvent>) => {
    onEvent(event)
    if (event.type === 'error') failed = true
    if (event.type === 'done') end(failed ? 'failed' : 'done')
  }
  worker.onerror = event => {
    onEvent({ type: 'error', name: 'Error', message: event.message })
    end('failed')
  }
  worker.postMessage({ code, client } satisfies RunRequest)
  return { outcome, stop: () => end('stopped') }
}
