import { expect, test } from 'vitest'
import { ArgumentError } from '../../src/errors/index.ts'
import type { RetryPolicy } from '../../src/options.ts'
import { nextDelay } from '../../src/transport/next-delay.ts'

const failed = { error: new Error('cut'), method: 'GET', attempt: 1, idempotent: false }

test.each([0, 1.5, 60_000, undefined])('a policy may answer %s', (delay) => {
  expect(nextDelay(() => delay, failed)).toBe(delay)
})

test('it is told what failed; without one nothing is repeated', () => {
  expect(nextDelay(({ attempt, method }) => attempt + method.length, failed)).toBe(4)
  expect(nextDelay(undefined, failed)).toBeUndefined()
})

// A timer takes most of these for no time at all, and the request would be sent again and again.
test.each([null, false, true, '5', NaN, -1, Infinity, 2 ** 31, Promise.resolve(undefined)])('but not %s', (answer) => {
  const policy = (() => answer) as unknown as RetryPolicy
  expect(() => nextDelay(policy, failed)).toThrow(ArgumentError)
  expect(() => nextDelay(policy, failed)).toThrow(expect.objectContaining({ argument: 'retry', cause: failed.error }))
})
