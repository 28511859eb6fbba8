import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Hosts that Chromium itself calls, whatever page is open: autofill, sign-in, field trials. */
const chromiumsOwn = /\.(?:google|googleapis|gstatic)\.com(?:[:/]|$)/

/**
 * Starts a proxy in place of the internet: it gets every request that is not for this machine, records its URL and
 * responds with 502.
 */
export async function listenOutside() {
  const seen: string[] = []
  const note = ({ method, url = '' }: IncomingMessage) => {
    if (!chromiumsOwn.test(url)) seen.push(`${method} ${url}`)
  }
  const server = createServer((request, response) => {
    note(request)
    response.writeHead(502).end()
  })
  server.on('connect', (request, socket) => {
    note(request)
    // After CONNECT Node leaves the socket's errors to us, and the browser may reset the connection.
    socket.on('error', () => {})
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    /** Everything the browser tried to send off this machine. */
    seen,
    proxy: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  }
}
