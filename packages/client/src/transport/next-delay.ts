import { ArgumentError } from '../errors/argument-error.ts'
import type { FailedAttempt, RetryPolicy } from '../options.ts'

/**
 * Asks a policy for the milliseconds before the next attempt; `undefined` to give up.
 *
 * @throws ArgumentError if it returns anything else: with `null` or a promise as delay, the call would repeat forever
 */
export function nextDelay(policy: RetryPolicy | undefined, failed: FailedAttempt): number | undefined {
  const delay: unknown = policy?.(failed)
  if (delay === undefined || isDelay(delay)) return delay
  throw new ArgumentError('retry', 'expected it to return milliseconds or undefined', { cause: failed.error })
}

const isDelay = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value < 2 ** 31
