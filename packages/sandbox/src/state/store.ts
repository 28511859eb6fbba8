import type { Storage, StorageValue } from 'unstorage'

type Values = Map<string, StorageValue>

/** A write-behind store: values can be read as soon as they are set, before a slow storage has written them. */
export interface Store {
  get: <T extends StorageValue>(key: string) => Promise<T | undefined>
  /** Writes values, `null` to remove one; resolves when the storage has. Atomic if the storage's `setItems` is. */
  set: (values: Values) => Promise<void>
  /** Returns every value below the base, sorted by key. */
  list: <T extends StorageValue>(base: string) => Promise<T[]>
  clear: () => Promise<void>
}

/** Creates a store. It writes one batch at a time; values that are set meanwhile form the next batch. */
export function createStore(storage: Storage): Store {
  let waiting: Values = new Map()
  let underway: Values = new Map()
  let written: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined

  async function flush() {
    underway = waiting
    waiting = new Map()
    next = undefined
    written = storage.setItems(Array.from(underway, ([key, value]) => ({ key, value })))
      .finally(() => underway = new Map())
    await written
  }

  async function get<T extends StorageValue>(key: string): Promise<T | undefined> {
    const unwritten = [waiting, underway].find(values => values.has(key))
    const value = unwritten ? structuredClone(unwritten.get(key)) : await storage.getItem(key)
    return value as T | null ?? undefined
  }

  /** Waits for the writes. A failed write rejects for the caller of `set`, not for readers of other values. */
  const settled = () => (next ?? written).catch(() => {})

  return {
    get,
    async set(values) {
      if (!values.size) return
      for (const [key, value] of values) waiting.set(key, value)
      await (next ??= written.catch(() => {}).then(flush))
    },
    async list<T extends StorageValue>(base: string) {
      await settled()
      const keys = await storage.getKeys(base)
      const values = await Promise.all(keys.sort().map(get<T>))
      return values.filter(value => value !== undefined)
    },
    async clear() {
      await settled()
      await storage.clear()
    },
  }
}
