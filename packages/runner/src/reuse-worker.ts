import type { RunWorker } from './run.ts'

/** Keeps one worker between runs, for workers that leave every run clean: the next run finds it prepared. */
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
