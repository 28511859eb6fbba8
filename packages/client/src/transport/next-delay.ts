import { ArgumentError } from '../errors/argument-error.ts'
import type { FailedAttempt, RetryPolicy } from '../options.ts'

/**
 * Asks a policy how many milliseconds to wait before the next attempt; `undefined` where there is none.
 *
 * @throws ArgumentError where it answers anything else: taken for a delay, `null` or a promise would repeat without end
 */
export function nextDelay(policy: RetryPolicy | undefined, failed: FailedAttempt): number | undefined {
  const delay: unknown = policy?.(failed)
  if (delay === undefined || isDelay(delay)) return delay
  throw new ArgumentError('retry', 'expected it to answer milliseconds or undefined, and no promise', { cause: failed.error })
}

const isDelay = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value < 2 ** 31
