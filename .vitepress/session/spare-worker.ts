import type { RunWorker } from '@wxpay-live/runner'

/**
 * Gives each run a new worker, so that a run leaves nothing behind, and keeps one ready for the next run.
 *
 * @param prepare starts what a run needs in a new worker, beyond its script
 */
export function spareWorker<Own extends RunWorker>(create: () => Own, prepare?: (worker: Own) => void) {
  let spare: Own | undefined
  return {
    createWorker(): RunWorker {
      const worker = spare ?? create()
      spare = undefined
      return worker
    },
    /** Terminates the worker of a run that ended, and prepares the next one. */
    releaseWorker(worker: RunWorker): void {
      worker.terminate()
      if (spare) return
      spare = create()
      prepare?.(spare)
    },
  }
}
