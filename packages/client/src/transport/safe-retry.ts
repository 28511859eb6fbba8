import { assertFunctions, assertKnown } from '../arguments.ts'
import { ArgumentError } from '../errors/argument-error.ts'
import { isApiError, isNetworkError } from '../errors/guards.ts'
import type { FailedAttempt, RetryPolicy } from '../options.ts'
import { codeOf } from './network-failure.ts'

/** The options of {@link safeRetry}. */
export interface SafeRetryOptions {
  /** Maximum number of repetitions. @default 2 */
  limit?: number
  /** Milliseconds to wait after a number of attempts. @default random from 100 to 200, doubled each time */
  delay?: (attempt: number) => number
}

/** Node's codes for a connection that was not made. Browsers give no code. */
const neverConnected = new Set([
  'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT',
])

/**
 * Makes a policy that repeats a request only if it cannot be carried out twice: if it did not reach WeChat Pay or was
 * refused for its rate; after other failures of the network or server, if it is a `GET` or `idempotent`.
 *
 * @throws ArgumentError if an option is unknown or unusable
 */
export function safeRetry(options: SafeRetryOptions = {}): RetryPolicy {
  assertKnown('the options of safeRetry()', options, ['limit', 'delay'])
  const { limit = 2, delay = backOff } = options
  assertFunctions({ delay })
  if (!(typeof limit === 'number' && limit >= 0)) throw new ArgumentError('limit', 'expected a number from 0')
  return (failed) => {
    const { error, attempt } = failed
    if (attempt > limit) return undefined
    return wasNotProcessed(error) || (isRepeatable(failed) && mayPass(error)) ? delay(attempt) : undefined
  }
}

const backOff = (attempt: number) => 2 ** attempt * 50 * (1 + Math.random())

const isRepeatable = ({ method, idempotent }: FailedAttempt) => method === 'GET' || idempotent

/** An unsigned refusal may not come from WeChat Pay. */
function wasNotProcessed(error: unknown): boolean {
  if (isApiError(error)) return error.verified && error.status === 429
  return isNetworkError(error) && neverConnected.has(codeOf(error.cause) ?? '')
}

/** Whether another attempt may succeed. A network error without cause is a redirect. */
function mayPass(error: unknown): boolean {
  if (isApiError(error)) return error.status === 429 || error.status >= 500
  return isNetworkError(error) && error.cause !== undefined
}
