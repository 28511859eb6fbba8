/** Counts requests and timers that are pending after the last line of the code. */
export class Pending {
  #count = 0
  #quiet: (() => void) | undefined

  add(): void {
    this.#count++
  }

  remove(): void {
    this.#count--
    if (this.#count === 0) this.#quiet?.()
  }

  /** Resolves when nothing is pending. */
  async drained(): Promise<void> {
    if (this.#count === 0) return
    await new Promise<void>((resolve) => { this.#quiet = resolve })
  }
}

type Timers = Pick<typeof globalThis, 'setTimeout' | 'clearTimeout'>

/** Counts timeouts as pending until they fire or are cleared. Intervals do not count. */
export function trackTimeouts(scope: Timers, pending: Pending): void {
  const { setTimeout, clearTimeout } = scope
  const waiting = new Set<unknown>()
  const settle = (id: unknown) => {
    if (waiting.delete(id)) pending.remove()
  }
  scope.setTimeout = ((callback: (...args: unknown[]) => void, delay?: number, ...args: unknown[]) => {
    const id = setTimeout(() => {
      try {
        callback(...args)
      } finally {
        settle(id)
      }
    }, delay)
    waiting.add(id)
    pending.add()
    return id
  }) as typeof setTimeout
  scope.clearTimeout = (id) => {
    clearTimeout(id)
    settle(id)
  }
}
