import type { RunWorker } from './run.ts'

/**
 * Keeps an idle worker for the next run. Only for workers that reset their state after each run, and for code that you
 * trust: code can change the globals of its worker.
 */
export function reuseWorker(create: () => RunWorker) {
  let idle: RunWorker | undefined
  return {
    createWorker(): RunWorker {
      const worker = idle ?? create()
      idle = undefined
      return worker
    },
    releaseWorker(worker: RunWorker): void {
      idle?.terminate()
      idle = worker
    },
  }
}
