import { isIPv6 } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { hostnameOf, isLoopback } from './loopback.ts'

/**
 * Lets only this machine's own programs and pages in: `Host` must name this machine (else a page could reach the
 * control API under a name of its own that resolves to 127.0.0.1), and so must `Origin` where a browser sends it.
 *
 * @param host another name that stands for this machine: the one the server listens at
 */
export const guard = (host: string): MiddlewareHandler => {
  const own = hostnameOf(isIPv6(host) ? `[${host}]` : host)
  return async (c, next) => {
    for (const name of ['Host', 'Origin']) {
      const value = c.req.header(name)
      if (value === undefined && name === 'Origin') continue
      const hostname = hostnameOf(value ?? '')
      if (hostname !== own && !isLoopback(hostname ?? '')) {
        return c.json({ error: `${name} is ${value}, the control API answers only to localhost, 127.0.0.1, [::1] and ${own}` }, 403)
      }
    }
    return next()
  }
}
