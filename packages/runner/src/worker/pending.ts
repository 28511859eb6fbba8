interface Entry {
  what: string
  kind: 'request' | 'timer'
}

/** Requests and timers that are pending after the last line of the code. */
export class Pending {
  readonly #entries = new Set<Entry>()
  readonly #onChange: (waiting: string[]) => void
  #quiet: (() => void) | undefined

  /** @param onChange called after each change with the first three requests, or timers if no request is pending */
  constructor(onChange: (waiting: string[]) => void = () => {}) {
    this.#onChange = onChange
  }

  /** Adds something and returns the function that removes it. */
  add(what: string, kind: Entry['kind'] = 'request'): () => void {
    const entry = { what, kind }
    this.#entries.add(entry)
    this.#report()
    return () => {
      if (!this.#entries.delete(entry)) return
      this.#report()
      if (this.#entries.size === 0) this.#quiet?.()
    }
  }

  /** Resolves when nothing is pending. */
  async drained(): Promise<void> {
    if (this.#entries.size === 0) return
    await new Promise<void>((resolve) => { this.#quiet = resolve })
  }

  #report(): void {
    // The client has a timer for each request.
    const requests = [...this.#entries].filter(({ kind }) => kind === 'request')
    const shown = requests.length > 0 ? requests : [...this.#entries]
    this.#onChange(shown.slice(0, 3).map(({ what }) => what))
  }
}

type Timers = Pick<typeof globalThis, 'setTimeout' | 'clearTimeout'>

/** Counts timeouts as pending until they fire or are cleared. Intervals do not count. */
export function trackTimeouts(scope: Timers, pending: Pending): void {
  const { setTimeout, clearTimeout } = scope
  const waiting = new Map<unknown, () => void>()
  const settle = (id: unknown) => {
    waiting.get(id)?.()
    waiting.delete(id)
  }
  scope.setTimeout = ((callback: (...args: unknown[]) => void, delay?: number, ...args: unknown[]) => {
    const id = setTimeout(() => {
      try {
        callback(...args)
      } finally {
        settle(id)
      }
    }, delay)
    waiting.set(id, pending.add(`setTimeout(…, ${delay ?? 0})`, 'timer'))
    return id
  }) as typeof setTimeout
  scope.clearTimeout = (id) => {
    clearTimeout(id)
    settle(id)
  }
}
