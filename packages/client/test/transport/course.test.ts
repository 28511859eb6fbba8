import { expect, it } from 'vitest'
import { type Awaitable, type Course, runAsync, runSync, wait } from '../../src/transport/course.ts'

function* sum(...numbers: Awaitable<number>[]): Course<number> {
  let total = 0
  for (const number of numbers) total += yield* wait(number)
  return total
}

function* caught(step: () => Awaitable<never>): Course<unknown> {
  try {
    return yield* wait(step())
  } catch (error) {
    return error
  }
}

const failure = new Error('failed')

it('runs a course with promises, without, and with both', async () => {
  expect(await runAsync(sum(Promise.resolve(1), 2, Promise.resolve(3)))).toBe(6)
  expect(await runAsync(sum(1, 2))).toBe(3)
  expect(runSync(sum(1, 2))).toBe(3)
})

it('throws in the course what a step throws or rejects with', async () => {
  expect(await runAsync(caught(async () => { throw failure }))).toBe(failure)
  expect(runSync(caught(() => { throw failure }))).toBe(failure)
})

it('throws what the course throws', async () => {
  function* failing(): Course<never> {
    yield* wait(Promise.resolve())
    throw failure
  }
  await expect(runAsync(failing())).rejects.toBe(failure)
})

it('refuses to wait in a synchronous course', () => {
  expect(() => runSync(sum(Promise.resolve(1)))).toThrow(new TypeError('a step of a synchronous call returned a promise'))
})
