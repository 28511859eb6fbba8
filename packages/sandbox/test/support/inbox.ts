/** A queue that a test reads item by item. */
export interface Inbox<T> {
  /** All items so far. */
  all: T[]
  add: (item: T) => void
  /** Waits for the next item. */
  next: () => Promise<T>
}

export function createInbox<T>(): Inbox<T> {
  const all: T[] = []
  let taken = 0
  let wake = () => {}
  return {
    all,
    add(item) {
      all.push(item)
      wake()
    },
    async next() {
      while (all.length <= taken) await new Promise<void>(resolve => wake = resolve)
      return all[taken++]!
    },
  }
}
