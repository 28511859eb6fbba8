import { expect, it } from 'vitest'
import { ArgumentError } from '../../src/errors/index.ts'
import type { RetryPolicy } from '../../src/options.ts'
import { nextDelay } from '../../src/transport/next-delay.ts'

const failed = { error: new Error('cut'), method: 'GET', attempt: 1, idempotent: false }

it.each([0, 1.5, 60_000, undefined])('accepts the delay %s', (delay) => {
  expect(nextDelay(() => delay, failed)).toBe(delay)
})

it('passes the failure to the policy, and does not retry without one', () => {
  expect(nextDelay(({ attempt, method }) => attempt + method.length, failed)).toBe(4)
  expect(nextDelay(undefined, failed)).toBeUndefined()
})

// For most of these a timer fires at once, so the request would be repeated forever.
it.each([null, false, true, '5', NaN, -1, Infinity, 2 ** 31, Promise.resolve(undefined)])('refuses the delay %s', (answer) => {
  const policy = (() => answer) as unknown as RetryPolicy
  expect(() => nextDelay(policy, failed)).toThrow(ArgumentError)
  expect(() => nextDelay(policy, failed)).toThrow(expect.objectContaining({ argument: 'retry', cause: failed.error }))
})
