import { fdatasyncSync } from 'node:fs'

/** Milliseconds until what was written is forced to the disk: as much as a machine without power can lose. */
const delay = 1000

/** Forces what an open file holds to the disk. Not at every write: that would take longer than all the rest. */
export interface Flusher {
  /**
   * Something was written, or is about to be.
   *
   * @throws Error where the disk failed since; nobody else is there to hear of it
   */
  soon: () => void
  /** Does now what is still to be done. */
  stop: () => void
}

/** Makes a flusher of a file. */
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
