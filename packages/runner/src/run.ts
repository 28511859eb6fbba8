import type { ClientSettings, RunEvent, RunRequest, WorkerMessage } from './messages.ts'

/** How a run ended. */
export type Outcome = 'done' | 'failed' | 'stopped' | 'timeout'

export interface RunOptions {
  /** Settings of the `wxpay` the code finds ready made. */
  client: ClientSettings
  /** Makes the dedicated worker; its module is `@wxpay-live/runner/worker`. */
  createWorker: () => Worker
  /** Receives what the code logs, sends and throws. */
  onEvent: (event: RunEvent) => void
  /** Milliseconds, counted from the first line of the code, after which a run that does not end is stopped. @default 10_000 */
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
  let timer: ReturnType<typeof setTimeout> | undefined
  let failed = false
  const end = (how: Outcome) => {
    clearTimeout(timer)
    worker.terminate()
    resolve(how)
  }
  worker.onmessage = ({ data: message }: MessageEvent<WorkerMessage>) => {
    if (message.type === 'ready') {
      worker.postMessage({ code, client } satisfies RunRequest)
      timer = setTimeout(() => end('timeout'), timeout)
      return
    }
    onEvent(message)
    if (message.type === 'error') failed = true
    if (message.type === 'done') end(failed ? 'failed' : 'done')
  }
  worker.onerror = (event) => {
    event.preventDefault()
    onEvent({ type: 'error', name: 'WorkerError', message: event.message || 'The worker could not be loaded.' })
    end('failed')
  }
  return { outcome, stop: () => end('stopped') }
}
