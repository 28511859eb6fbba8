import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { createInbox } from './inbox.ts'

/** A notification as a merchant's server received it. */
export interface Received {
  method: string
  url: string
  headers: IncomingHttpHeaders
  body: string
}

const accept: RequestListener = (_, response) => response.writeHead(204).end()

/** Starts a merchant's server that runs until the test ends; returns its URL and the received requests. */
export async function startMerchant(respond = accept) {
  const inbox = createInbox<Received>()
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray() as Buffer[]
    const { method = '', url = '', headers } = request
    inbox.add({ method, url, headers, body: Buffer.concat(chunks).toString() })
    respond(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/notify`, received: inbox.all, next: inbox.next }
}
