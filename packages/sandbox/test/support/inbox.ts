/** What comes in, to be waited for one after the other. */
export interface Inbox<T> {
  /** All that came so far. */
  all: T[]
  add: (item: T) => void
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
