import { isIPv6 } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { hostnameOf, isLoopback } from './loopback.ts'

/**
 * Admits only programs and pages of this machine: `Host` must name this machine, and so must `Origin` if a browser
 * sends it. Otherwise a page could reach the control API by a domain that resolves to 127.0.0.1.
 *
 * @param host the name that the server listens at, accepted besides loopback names
 */
export const guard = (host: string): MiddlewareHandler => {
  const own = hostnameOf(isIPv6(host) ? `[${host}]` : host)
  return async (c, next) => {
    for (const name of ['Host', 'Origin']) {
      const value = c.req.header(name)
      if (value === undefined && name === 'Origin') continue
      const hostname = hostnameOf(value ?? '')
      if (hostname !== own && !isLoopback(hostname ?? '')) {
        return c.json({ error: `${name}: expected localhost, 127.0.0.1, [::1] or ${own}, got ${value}` }, 403)
      }
    }
    return next()
  }
}
