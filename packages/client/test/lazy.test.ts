import { expect, it, vi } from 'vitest'
import { lazy } from '../src/lazy.ts'

it.each([[{ key: 1 }], [undefined], [null]])('makes %j once, at the first use', (value) => {
  const make = vi.fn(() => value)
  const get = lazy(make)
  expect(make).not.toHaveBeenCalled()
  expect([get(), get()]).toEqual([value, value])
  expect(make).toHaveBeenCalledOnce()
})

it('tries again after a failure', () => {
  const make = vi.fn<() => number>().mockImplementationOnce(() => { throw new Error('not yet') }).mockReturnValue(1)
  const get = lazy(make)
  expect(get).toThrow('not yet')
  expect(get()).toBe(1)
})
