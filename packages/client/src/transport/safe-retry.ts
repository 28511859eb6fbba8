import { assertFunctions, assertKnown } from '../arguments.ts'
import { ArgumentError } from '../errors/argument-error.ts'
import { isApiError, isNetworkError } from '../errors/guards.ts'
import type { FailedAttempt, RetryPolicy } from '../options.ts'
import { codeOf } from './network-failure.ts'

/** The options of {@link safeRetry}. */
export interface SafeRetryOptions {
  /** How often a request is repeated at most. @default 2 */
  limit?: number
  /** Milliseconds to wait after so many attempts. @default from 100 to 200, doubled each time, chosen by chance */
  delay?: (attempt: number) => number
}

/** What Node calls a connection that was never there. Browsers do not tell. */
const neverConnected = new Set([
  'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT',
])

/**
 * Makes a policy that only repeats what cannot be carried out twice: whatever WeChat Pay has not seen or has refused
 * for its rate; beyond that, after failures of network or server, `GET` and what the caller calls `idempotent`.
 *
 * @throws ArgumentError where an option is unknown or unusable
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

/** An unsigned refusal proves nothing: it need not be WeChat Pay's. */
function wasNotProcessed(error: unknown): boolean {
  if (isApiError(error)) return error.verified && error.status === 429
  return isNetworkError(error) && neverConnected.has(codeOf(error.cause) ?? '')
}

/** Whether another attempt may fare better. A network error without cause is a redirect. */
function mayPass(error: unknown): boolean {
  if (isApiError(error)) return error.status === 429 || error.status >= 500
  return isNetworkError(error) && error.cause !== undefined
}
