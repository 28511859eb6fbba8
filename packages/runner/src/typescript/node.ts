import type { RunWorker } from '../run.ts'
import { createThread } from '../thread.ts'

/** Starts a thread that runs TypeScript, for the option `createWorker` of a run. */
export function createTypescriptWorker(): RunWorker {
  return createThread(import.meta.url)
}
