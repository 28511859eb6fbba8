import { isArgumentError } from '../errors/guards.ts'
import { NetworkError } from '../errors/network-error.ts'
import type { SentRequest } from '../options.ts'
import type { CallOptions } from './call-options.ts'

/**
 * The error of a call whose transport failed: the reason of an aborted call and an `ArgumentError` as they are,
 * anything else as a `NetworkError` that lists the reasons down to the innermost cause, without the `Authorization`.
 */
export function failureOf(
  { signal }: Pick<CallOptions, 'signal'>, { method, url, headers }: Pick<SentRequest, 'method' | 'url' | 'headers'>,
  cause: unknown,
): unknown {
  if (signal?.aborted || isArgumentError(cause)) return cause
  const reasons = reasonsOf(cause)
  const redacted = reasons.replaceAll(headers.Authorization!, '[redacted]')
  // A cause that quotes the header would be printed, too.
  return new NetworkError(`${method} ${url} got no response: ${redacted}`, redacted === reasons ? { cause } : {})
}

/** The message of an error and of its causes. */
export function reasonsOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined || depth > 4 ? error.message : `${error.message}: ${reasonsOf(error.cause, depth + 1)}`
}

/** The code that Node gives an error or one of its causes, such as `ECONNREFUSED`. */
export function codeOf(error: unknown, depth = 0): string | undefined {
  if (!(error instanceof Error) || depth > 4) return undefined
  return 'code' in error && typeof error.code === 'string' ? error.code : codeOf(error.cause, depth + 1)
}
