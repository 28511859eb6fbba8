/** What the code may wait for. */
type Kind = 'request' | 'timer'

/** Most entries that are reported. */
const maxReported = 3

/** Requests and timers that are pending after the last line of the code. */
export class Pending {
  readonly #entries = { request: new Set<{ what: string }>(), timer: new Set<{ what: string }>() }
  readonly #onChange: (waiting: string[]) => void
  #reported: string[] = []
  #quiet: (() => void) | undefined

  /** @param onChange called when the first three requests change, or timers if no request is pending */
  constructor(onChange: (waiting: string[]) => void = () => {}) {
    this.#onChange = onChange
  }

  /** Adds something and returns the function that removes it. */
  add(what: string, kind: Kind = 'request'): () => void {
    const entry = { what }
    this.#entries[kind].add(entry)
    this.#report()
    return () => {
      if (!this.#entries[kind].delete(entry)) return
      this.#report()
      if (this.#isEmpty()) this.#quiet?.()
    }
  }

  /** Resolves when nothing is pending. */
  async drained(): Promise<void> {
    if (this.#isEmpty()) return
    await new Promise<void>((resolve) => { this.#quiet = resolve })
  }

  #isEmpty(): boolean {
    return this.#entries.request.size + this.#entries.timer.size === 0
  }

  #report(): void {
    // The client has a timer for each request.
    const { request, timer } = this.#entries
    const waiting = first(request.size > 0 ? request : timer)
    if (waiting.join('\n') === this.#reported.join('\n')) return
    this.#reported = waiting
    this.#onChange(waiting)
  }
}

function first(entries: Iterable<{ what: string }>): string[] {
  const found: string[] = []
  for (const { what } of entries) {
    found.push(what)
    if (found.length === maxReported) break
  }
  return found
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
