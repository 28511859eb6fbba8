import { fdatasyncSync } from 'node:fs'

/** Milliseconds between a write and its flush; a power failure loses no more. */
const delay = 1000

/** Flushes an open file to the disk, but not at every write, which would take most of a request's time. */
export interface Flusher {
  /**
   * Schedules a flush. Call it with every write.
   *
   * @throws Error if an earlier flush failed
   */
  soon: () => void
  /** Flushes at once if a flush is scheduled. */
  stop: () => void
}

/** Creates a flusher of a file descriptor. */
export function createFlusher(file: number): Flusher {
  let timer: NodeJS.Timeout | undefined
  let failure: unknown

  function flush() {
    timer = undefined
    try {
      fdatasyncSync(file)
    } catch (error) {
      failure = error
    }
  }

  return {
    soon() {
      if (failure) throw failure
      timer ??= setTimeout(flush, delay).unref()
    },
    stop() {
      if (!timer) return
      clearTimeout(timer)
      fdatasyncSync(file)
    },
  }
}
