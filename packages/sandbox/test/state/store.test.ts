import { createStorage, type Driver } from 'unstorage'
import memory from 'unstorage/drivers/memory'
import { expect, test } from 'vitest'
import { createStore } from '../../src/state/store.ts'

/** Returns a storage whose writes wait until the test resolves them. */
function slowDriver() {
  const data = memory()
  const batches: string[][] = []
  const pending: ((error?: Error) => void)[] = []
  const driver: Driver = {
    ...data,
    async setItems(items) {
      batches.push(items.map(({ key }) => key))
      const error = await new Promise<Error | undefined>(resolve => pending.push(resolve))
      if (error) throw error
      for (const { key, value } of items) await data.setItem?.(key, value, {})
    },
  }
  return { storage: createStorage({ driver }), batches, pending, data }
}
const values = (...pairs: [string, object | null][]) => new Map(pairs)
const turn = () => new Promise(resolve => setImmediate(resolve))

test('returns values before they are written', async () => {
  const { storage, pending } = slowDriver()
  const store = createStore(storage)
  const written = store.set(values(['a', { n: 1 }]))
  expect(await store.get('a')).toEqual({ n: 1 })
  await turn()
  expect(await store.get('a')).toEqual({ n: 1 })
  pending[0]!()
  await written
  expect(await store.get('a')).toEqual({ n: 1 })
})

test('writes one batch at a time, with the last value of each key', async () => {
  const { storage, pending, batches, data } = slowDriver()
  const store = createStore(storage)
  const all = [store.set(values(['a', { n: 1 }], ['b', {}]))]
  await turn()
  all.push(store.set(values(['a', { n: 2 }])), store.set(values(['a', { n: 3 }])))
  await turn()
  expect(batches).toEqual([['a', 'b']])
  pending[0]!()
  await all[0]
  await turn()
  pending[1]!()
  await Promise.all(all)
  expect(batches).toEqual([['a', 'b'], ['a']])
  expect(data.getItem('a')).toBe('{"n":3}')
})

test('rejects only for the callers of a failed write', async () => {
  const { storage, pending } = slowDriver()
  const store = createStore(storage)
  const first = store.set(values(['a', {}]))
  await turn()
  const second = store.set(values(['b', {}]))
  pending[0]!(new Error('disk full'))
  await expect(first).rejects.toThrow('disk full')
  await turn()
  pending[1]!()
  await second
  expect([await store.get('a'), await store.get('b')]).toEqual([undefined, {}])
})

test('lists and clears values after a failed write', async () => {
  const { storage, pending } = slowDriver()
  const store = createStore(storage)
  const written = store.set(values(['a', {}]))
  await turn()
  pending[0]!(new Error('disk full'))
  await expect(written).rejects.toThrow('disk full')
  expect(await store.list('a')).toEqual([])
  await store.clear()
})

test('returns a copy of a value', async () => {
  const store = createStore(createStorage())
  const written = store.set(values(['a', { n: 1 }]))
  const read = await store.get<{ n: number }>('a')
  read!.n = 2
  expect(await store.get('a')).toEqual({ n: 1 })
  await written
})

test('lists values below a base, sorted by key, without removed ones', async () => {
  const store = createStore(createStorage())
  await store.set(values(['x:b', { n: 2 }], ['x:a', { n: 1 }], ['xy:c', { n: 3 }], ['x:d', {}]))
  await store.set(values(['x:d', null]))
  expect(await store.list('x')).toEqual([{ n: 1 }, { n: 2 }])
  await store.clear()
  expect(await store.list('x')).toEqual([])
})
