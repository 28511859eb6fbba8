import { answerFetch, type PageFetch } from './answer-fetch.ts'
import type { RunEvent, RunRequest, WorkerMessage } from './messages.ts'

/** How a run ended. */
export type Outcome = 'done' | 'failed' | 'stopped' | 'timeout'

/** The part of a worker that a run uses; a browser's `Worker` is one. */
export interface RunWorker {
  onmessage: ((event: MessageEvent<WorkerMessage>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  postMessage: (request: RunRequest) => void
  terminate: () => void
}

export interface RunOptions extends Omit<RunRequest, 'code'> {
  /** Makes the dedicated worker; its module is `@wxpay-live/runner/worker`, or `…/php-worker` for PHP. */
  createWorker: () => RunWorker
  /** Receives the worker of a run that ended by itself. @default terminates it */
  releaseWorker?: (worker: RunWorker) => void
  /** Called when the code starts, after the worker and its language. */
  onStart?: () => void
  /** Receives what the code logs, sends and throws. */
  onEvent: (event: RunEvent) => void
  /** Answers `fetch` in the code; resolves to undefined for a URL that it does not know. Not for workers in Node. */
  fetch?: PageFetch
  /** Time limit in milliseconds, from the first line of the code. @default 10_000 */
  timeout?: number
}

/** A run in progress. */
export interface Run {
  /** Resolves when the code ended, failed, was stopped or ran out of time; never rejects. */
  outcome: Promise<Outcome>
  /** Terminates the worker. */
  stop: () => void
}

/** Runs one example in a worker. */
export function run(code: string, options: RunOptions): Run {
  const { createWorker, releaseWorker, onStart, onEvent, fetch, timeout = 10_000, ...request } = options
  const worker = createWorker()
  const terminate = () => worker.terminate()
  const { promise: outcome, resolve } = Promise.withResolvers<Outcome>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: string[] = []
  let failed = false
  let over = false
  const end = (how: Outcome, dispose: (worker: RunWorker) => void) => {
    // Once released, the worker belongs to another run.
    if (over) return
    over = true
    clearTimeout(timer)
    resolve(how)
    dispose(worker)
  }
  worker.onmessage = ({ data: message }: MessageEvent<WorkerMessage>) => {
    if (message.type === 'started') {
      onStart?.()
      timer = setTimeout(() => {
        onEvent({ type: 'timeout', waiting })
        end('timeout', terminate)
      }, timeout)
      return
    }
    if (message.type === 'waiting') return void (waiting = message.for)
    if (message.type === 'fetch') return void answerFetch(message, fetch)
    onEvent(message)
    if (message.type === 'error') failed = true
    if (message.type === 'done') end(failed || message.failed ? 'failed' : 'done', releaseWorker ?? terminate)
  }
  worker.onerror = (event) => {
    event.preventDefault()
    onEvent({ type: 'error', name: 'WorkerError', message: event.message || '没能加载运行示例的程序：请检查网络，再运行一次。' })
    end('failed', terminate)
  }
  worker.postMessage({ code, ...request } satisfies RunRequest)
  return { outcome, stop: () => end('stopped', terminate) }
}
