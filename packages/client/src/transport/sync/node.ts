import { createSyncFn } from 'synckit'
import { lazy } from '../../lazy.ts'
import type { FetchSync } from '../../options.ts'
import type { RawResponse } from '../../raw-response.ts'

// The worker lies beside this file, as .ts or, once published, as .js.
const worker = lazy(() => createSyncFn<FetchInWorker>(new URL(import.meta.url.replace(/(\.\w+)$/, '-worker$1'))))

/** What the worker answers: a failure as its reasons and code, since an error loses its cause between threads. */
export type FetchInWorker = (request: Parameters<FetchSync>[0]) =>
Promise<RawResponse | { failure: string, code: string | undefined }>

/** Sends with `fetch` in a worker thread, one for the whole process, and blocks until the answer is there. */
export const fetchSync: FetchSync = (request) => {
  const answer = worker()(request)
  if ('failure' in answer) throw Object.assign(new Error(answer.failure), { code: answer.code })
  return answer
}

/** Blocks for so many milliseconds. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
