import { expect, test, vi } from 'vitest'
import { lazy } from '../src/lazy.ts'

test.each([[{ key: 1 }], [undefined], [null]])('%j is made at its first use, once', (value) => {
  const make = vi.fn(() => value)
  const get = lazy(make)
  expect(make).not.toHaveBeenCalled()
  expect([get(), get()]).toEqual([value, value])
  expect(make).toHaveBeenCalledOnce()
})

test('what could not be made is tried again', () => {
  const make = vi.fn<() => number>().mockImplementationOnce(() => { throw new Error('not yet') }).mockReturnValue(1)
  const get = lazy(make)
  expect(get).toThrow('not yet')
  expect(get()).toBe(1)
})
