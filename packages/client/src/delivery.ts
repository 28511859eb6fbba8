import { assertFunctions } from './arguments.ts'
import { ArgumentError } from './errors/argument-error.ts'
import type { ClientOptions } from './options.ts'

/** Where requests go and how long and how often they are tried. */
export interface Delivery extends Pick<ClientOptions, 'retry'> {
  /** The access point and, if there is one, its standby; without a slash at their end. */
  hosts: string[]
  /** Milliseconds, may be `Infinity`. */
  timeout: number
}

const mainHost = 'https://api.mch.weixin.qq.com'
const standbyHost = 'https://api2.mch.weixin.qq.com'

/**
 * Checks the options that say how requests are delivered.
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
 * Takes the slashes off the end of an access point.
 *
 * @throws ArgumentError where it is none
 */
export function readBaseUrl(name: string, baseUrl: unknown): string {
  const url = typeof baseUrl === 'string' && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.origin + url.pathname === url.href) {
    return url.href.replace(/\/+$/, '')
  }
  throw new ArgumentError(name, 'expected an absolute http(s) URL without user, query or fragment')
}

/**
 * Lets a usable timeout pass.
 *
 * @throws ArgumentError where it is none
 */
export function readTimeout(timeout: unknown): number {
  // A timer cannot wait longer than 2³¹ - 1 ms: it would fire at once.
  if (typeof timeout === 'number' && timeout > 0 && (timeout < 2 ** 31 || timeout === Infinity)) return timeout
  throw new ArgumentError('timeout', 'expected milliseconds above 0 and below 2147483648, or Infinity')
}
