import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A proxy that stands for the rest of the world: the browser sends it whatever is not for this machine, it answers
 * nothing and keeps the names.
 */
export async function listenOutside() {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`)
    response.writeHead(502).end()
  })
  server.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url}`)
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
