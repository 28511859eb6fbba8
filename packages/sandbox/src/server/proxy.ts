import { createServer, type Server as SecureServer, type ServerOptions } from 'node:https'
import type { RequestListener } from 'node:http'
import { RequestError, Server } from 'proxy-chain'
import type { Credentials } from '../identity/authority.ts'
import { reachable } from './loopback.ts'
import { refuseMalformed } from './refuse-malformed.ts'

export interface ProxyOptions {
  /** The hosts whose requests the sandbox answers. */
  hosts: string[]
  /** The key and the certificate for these hosts. */
  credentials: Credentials
  /** 0 for any free port. @default 0 */
  port?: number
  /** Whether connections to other hosts are refused instead of passed on. @default false */
  only?: boolean
  /** Returns the URL of the proxy by which another host is reached, if any. @default there is none */
  upstream?: (hostname: string) => string | undefined
}

/** A listening forward proxy. */
export interface Proxy {
  /** Base URL, such as `http://127.0.0.1:8788`. */
  url: string
  close: () => Promise<void>
}

/**
 * Starts a forward proxy that ends TLS for some hosts and gives their requests to a listener; connections to other hosts
 * are passed on untouched.
 *
 * @param host address to listen at
 * @throws Error of Node if it cannot listen
 */
export async function startProxy(
  listener: RequestListener, limits: ServerOptions, host: string, options: ProxyOptions,
): Promise<Proxy> {
  const { hosts, credentials, port = 0, only = false, upstream = () => undefined } = options
  const { privateKey: key, certificate: cert } = credentials
  const secure: SecureServer = createServer({ ...limits, key, cert }, listener).on('clientError', refuseMalformed)
  const server = new Server({
    host, port,
    prepareRequestFunction({ hostname, port, isHttp }) {
      if (hosts.includes(hostname) && !isHttp && port === 443) return { customConnectServer: secure }
      if (only) throw new RequestError(`${hostname}:${port} is not a host of WeChat Pay: this proxy is for those only`, 403)
      return { upstreamProxyUrl: upstream(hostname) ?? null }
    },
  })
  await server.listen()
  return {
    url: `http://${reachable(host)}:${server.port}`,
    async close() {
      await server.close(true)
      secure.closeAllConnections()
    },
  }
}
