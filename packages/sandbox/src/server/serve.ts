import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Sandbox } from '../sandbox.ts'
import { messageOf } from '../values/errors.ts'
import { serverApp } from './app.ts'
import { deliverNotifications, type DeliveryOptions } from './deliver.ts'
import type { ServerEvent } from './events.ts'
import { reachable } from './loopback.ts'
import type { Proxy, ProxyOptions } from './proxy.ts'
import { refuseMalformed, refuseTunnel } from './refuse-malformed.ts'
import { unsignedRefusal } from './unsigned-refusal.ts'

export interface ServeOptions {
  sandbox: Sandbox
  /** 0 for any free port. @default 8787 */
  port?: number
  /** Name or address to listen at. @default '127.0.0.1' */
  host?: string
  notify?: DeliveryOptions
  /** Starts a forward proxy, too, that brings requests to WeChat Pay's hosts here. @default there is none */
  proxy?: ProxyOptions
  /** Called with each request, each attempt to deliver a notification, and each failure. */
  onEvent?: (event: ServerEvent) => void
  /** Milliseconds within which a request must arrive. @default 30000 */
  requestTimeout?: number
  /** Whether to replace the global `Request` and `Response` by faster ones, for a process that only serves. @default false */
  overrideGlobalObjects?: boolean
}

/** A listening sandbox. */
export interface SandboxServer {
  /** Base URL, such as `http://127.0.0.1:8787`. */
  url: string
  /** Base URL of the forward proxy, if there is one. */
  proxyUrl?: string
  /** Finishes pending requests, then stops. */
  close: () => Promise<void>
}

/** Milliseconds that pending requests have to finish when the server closes. */
const grace = 1000

/**
 * Serves a sandbox over HTTP, with its control API under `/_sandbox`, and delivers its notifications.
 *
 * @throws Error of Node if it cannot listen, with a `code` such as `EADDRINUSE` or `EACCES`
 */
export async function serve(options: ServeOptions): Promise<SandboxServer> {
  const { sandbox, port = 8787, host = '127.0.0.1', requestTimeout = 30_000 } = options
  const { notify = {}, onEvent = () => {}, overrideGlobalObjects = false } = options
  const deliveries = await deliverNotifications(sandbox.control, notify, onEvent)
  const app = serverApp(sandbox, { host, onReset: deliveries.cancel, resend: deliveries.resend }, onEvent)
  const listener = getRequestListener((request, env) => app.fetch(request, env), {
    overrideGlobalObjects,
    errorHandler: error => unsignedRefusal(400, 'INVALID_REQUEST', `不是合法的请求：${messageOf(error)}`),
  })
  const limits = {
    // The listener explains a missing `Host`; Node would only close the connection.
    requireHostHeader: false,
    requestTimeout,
    headersTimeout: requestTimeout,
    connectionsCheckingInterval: requestTimeout / 10,
  }
  const server = createServer(limits, listener)
    .on('clientError', refuseMalformed)
    .on('connect', refuseTunnel)
    .listen(port, host)
  let proxy: Proxy | undefined
  try {
    await once(server, 'listening')
    if (options.proxy) proxy = await (await import('./proxy.ts')).startProxy(listener, limits, host, options.proxy)
  } catch (error) {
    deliveries.stop()
    server.close()
    throw error
  }
  const { address, family, port: found } = server.address() as AddressInfo
  const hostname = reachable(address)
  return {
    url: `http://${family === 'IPv6' ? `[${hostname}]` : hostname}:${found}`,
    ...proxy && { proxyUrl: proxy.url },
    async close() {
      deliveries.stop()
      await proxy?.close()
      const closed = once(server, 'close')
      server.close()
      setTimeout(() => server.closeAllConnections(), grace).unref()
      await closed
    },
  }
}
