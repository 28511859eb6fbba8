import { createSyncFn } from 'synckit'
import { lazy } from '../../lazy.ts'
import type { FetchSync } from '../../options.ts'
import type { RawResponse } from '../../raw-response.ts'

// The worker is next to this file, as .ts or, once published, as .js.
const worker = lazy(() => createSyncFn<FetchInWorker>(new URL(import.meta.url.replace(/(\.\w+)$/, '-worker$1'))))

/** Sends a request in the worker; a failure is its reasons and code, since an error loses its cause between threads. */
export type FetchInWorker = (request: Parameters<FetchSync>[0]) =>
Promise<RawResponse | { failure: string, code: string | undefined }>

/** Sends with `fetch` in a worker thread, one for the whole process, and blocks until the response is read. */
export const fetchSync: FetchSync = (request) => {
  const response = worker()(request)
  if ('failure' in response) throw Object.assign(new Error(response.failure), { code: response.code })
  return response
}

/** Blocks for a time in milliseconds. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}
