import { sign, verify } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { parentPort, workerData } from 'node:worker_threads'
import type { Echo, Reply } from './platform.ts'

/** Written from WeChat Pay's documentation without code of the client, so that the tests do not only compare it with itself. */

let heard = 0

const server = createServer(async (request, response) => {
  heard++
  const sent = await buffer(request)
  const reply: Reply = JSON.parse(decodeURIComponent(String(request.headers.reply ?? '{}')))
  if (reply.cut) return response.destroy()
  if (reply.delay !== undefined) await setTimeout(reply.delay)
  if (reply.bomb) return response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(reply.bomb * 2 ** 20)))
  if (reply.file !== undefined) return response.writeHead(200).end(fileOf(reply.file, reply.packed))
  const answer = reply.body ?? JSON.stringify(echo(request, sent))
  const headers = { 'Content-Type': 'application/json', 'Request-ID': '08F-1', ...signature(reply, answer), ...reply.gzip && { 'Content-Encoding': 'gzip' } }
  response.writeHead(reply.status ?? 200, { ...headers, ...reply.headers })
  if (reply.gzip) return response.end(gzipSync(answer))
  if (!reply.half) return response.end(answer)
  response.write(answer.slice(0, answer.length / 2))
  if (reply.half === 'cut') setImmediate(() => response.destroy())
})
function fileOf(gzip: string, packed = false): Buffer {
  const bytes = Buffer.from(gzip, 'base64')
  return packed ? bytes : gunzipSync(bytes)
}

const connections = new Set()
server.on('connection', socket => connections.add(socket))

/** The text of the part `meta`, found by the boundary alone. */
function metaOf(type: string | undefined, body: string): string | undefined {
  const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(type ?? '')?.[1]
  const part = boundary && body.split(`--${boundary}`).find(part => part.includes('name="meta"'))
  return part?.slice(part.indexOf('\r\n\r\n') + 4, -2)
}

function echo(request: IncomingMessage, sent: Buffer): Echo {
  const { method = '', url = '', headers } = request
  const text = sent.toString()
  const body = metaOf(headers['content-type'], text) ?? text
  const part = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(headers.authorization ?? '')?.[1] ?? ''
  const message = `${method}\n${url}\n${part('timestamp')}\n${part('nonce_str')}\n${body}\n`
  const signed = verify('sha256', Buffer.from(message), workerData.merchantKey, Buffer.from(part('signature'), 'base64'))
  return { method, url, headers: headers as Record<string, string>, body: text, signed }
}

function signature(reply: Reply, body: string): Record<string, string> {
  if (reply.signature === 'none') return {}
  const timestamp = reply.timestamp ?? String(Math.floor(Date.now() / 1000))
  const signedBody = reply.signature === 'wrong' ? `${body} ` : body
  const value = sign('sha256', Buffer.from(`${timestamp}\nnonce\n${signedBody}\n`), workerData.privateKey)
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': 'nonce',
    'Wechatpay-Serial': reply.serial ?? workerData.serial,
    'Wechatpay-Signature': (reply.signature === 'probe' ? 'WECHATPAY/SIGNTEST/' : '') + value.toString('base64'),
  }
}

parentPort?.on('message', (question) => {
  const answers = { heard, connections: connections.size, port: (server.address() as AddressInfo).port }
  parentPort?.postMessage(answers[question as keyof typeof answers])
})
// While a synchronous call blocks its thread, a client does not see that an idle connection is closed.
server.keepAliveTimeout = 0
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
