import { FetchQueue, type PageFetch } from './fetch-queue.ts'
import type { RunEvent, RunRequest, WorkerMessage } from './messages.ts'
import { type Excess, limits } from './limits.ts'
import { Quota } from './quota.ts'

/** How a run ended; `excess` if it was stopped because it sent too much. */
export type Outcome = 'done' | 'failed' | 'stopped' | 'timeout' | 'excess'

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
  const quota = new Quota()
  const queue = new FetchQueue(fetch)
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: string[] = []
  let failed = false
  let over = false
  const end = (how: Outcome, dispose: (worker: RunWorker) => void) => {
    // Once released, the worker belongs to another run.
    if (over) return
    over = true
    // What has been sent and is still on its way would only cost time.
    worker.onmessage = null
    worker.onerror = null
    clearTimeout(timer)
    queue.clear()
    resolve(how)
    dispose(worker)
  }
  const stopAt = (excess: Excess, message: WorkerMessage) => {
    if (message.type === 'log' || message.type === 'output') onEvent({ ...message, text: quota.fit(message.text) })
    onEvent({ type: 'excess', of: excess, limit: limits[excess] })
    end('excess', terminate)
  }
  worker.onmessage = ({ data: message }: MessageEvent<WorkerMessage>) => {
    const excess = quota.take(message)
    if (excess) return stopAt(excess, message)
    if (message.type === 'started') {
      onStart?.()
      timer ??= setTimeout(() => {
        onEvent({ type: 'timeout', waiting })
        end('timeout', terminate)
      }, timeout)
      return
    }
    if (message.type === 'waiting') return void (waiting = message.for)
    if (message.type === 'fetch') return queue.add(message)
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
