import { assertFunctions } from './arguments.ts'
import { ArgumentError } from './errors/argument-error.ts'
import type { ClientOptions } from './options.ts'

/** Where requests are sent, how long a response may take, and when to retry. */
export interface Delivery extends Pick<ClientOptions, 'retry'> {
  /** The base URL and, if there is one, the standby; without trailing slashes. */
  hosts: string[]
  /** Milliseconds, may be `Infinity`. */
  timeout: number
}

const mainHost = 'https://api.mch.weixin.qq.com'
const standbyHost = 'https://api2.mch.weixin.qq.com'

/**
 * Checks the options about hosts, timeout and retries.
 *
 * @throws ArgumentError naming the option
 */
export function readDelivery(
  { baseUrl = mainHost, standbyUrl, retry, timeout = 30_000 }: ClientOptions,
): Delivery {
  assertFunctions({ retry })
  const host = readBaseUrl('baseUrl', baseUrl)
  const standby = standbyUrl ?? (host === mainHost ? standbyHost : '')
  return {
    hosts: standby ? [host, readBaseUrl('standbyUrl', standby)] : [host],
    ...retry && { retry },
    timeout: readTimeout(timeout),
  }
}

/**
 * Removes the trailing slashes of a base URL.
 *
 * @throws ArgumentError if it is not an absolute URL of HTTP or HTTPS
 */
export function readBaseUrl(name: string, baseUrl: unknown): string {
  const url = typeof baseUrl === 'string' && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.origin + url.pathname === url.href) {
    return url.href.replace(/\/+$/, '')
  }
  throw new ArgumentError(name, 'expected an absolute http(s) URL without user, query or fragment')
}

/**
 * Returns a valid timeout.
 *
 * @throws ArgumentError if it is not a positive number that a timer can wait
 */
export function readTimeout(timeout: unknown): number {
  // A longer timer than 2³¹ - 1 ms fires at once.
  if (typeof timeout === 'number' && timeout > 0 && (timeout < 2 ** 31 || timeout === Infinity)) return timeout
  throw new ArgumentError('timeout', 'expected milliseconds, less than 2³¹, or Infinity')
}
