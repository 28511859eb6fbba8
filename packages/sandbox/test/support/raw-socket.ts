import { once } from 'node:events'
import { connect } from 'node:net'

/** Sends bytes over a new connection, and returns all the server sends until it closes it. */
export async function sendRaw(url: string, ...chunks: (string | Uint8Array)[]): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  const received: Buffer[] = []
  socket.on('data', chunk => received.push(chunk)).on('error', () => {})
  const closed = once(socket, 'close')
  for (const chunk of chunks) socket.write(chunk)
  await closed
  return Buffer.concat(received).toString()
}

/** Returns the statuses of the responses in received text. */
export const statusesOf = (received: string) =>
  [...received.matchAll(/(?:^|\})HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
