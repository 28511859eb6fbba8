import type { Storage, StorageValue } from 'unstorage'

type Values = Map<string, StorageValue>

/** Values by key over a storage. What is set can be read at once, long before a slow storage has written it. */
export interface Store {
  get: <T extends StorageValue>(key: string) => Promise<T | undefined>
  /** Writes values, all or none where the storage's `setItems` does so; done when the storage is. `null` removes. */
  set: (values: Values) => Promise<void>
  /** Every value whose key starts with the base, in the order of the keys. */
  list: <T extends StorageValue>(base: string) => Promise<T[]>
  clear: () => Promise<void>
}

/** Makes a store. It writes one batch at a time; what comes meanwhile goes into the next one together. */
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

  /** A write that failed is told to those who set the values, not to those who read others. */
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
