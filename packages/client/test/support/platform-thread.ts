import { sign, verify } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { parentPort, workerData } from 'node:worker_threads'
import type { Echo, Reply } from './platform.ts'

/** Written without any of our own code, after WeChat Pay's documentation: else we would only agree with ourselves. */

let heard = 0

const server = createServer(async (request, response) => {
  heard++
  const body = await text(request)
  const reply: Reply = JSON.parse(decodeURIComponent(String(request.headers.reply ?? '{}')))
  if (reply.cut) return response.destroy()
  const answer = reply.body ?? JSON.stringify(echo(request, body))
  const headers = { 'Content-Type': 'application/json', 'Request-ID': '08F-1', ...signature(reply, answer) }
  response.writeHead(reply.status ?? 200, { ...headers, ...reply.headers }).end(answer)
})

function echo(request: IncomingMessage, body: string): Echo {
  const { method = '', url = '', headers } = request
  const part = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(headers.authorization ?? '')?.[1] ?? ''
  const message = `${method}\n${url}\n${part('timestamp')}\n${part('nonce_str')}\n${body}\n`
  const signed = verify('sha256', Buffer.from(message), workerData.merchantKey, Buffer.from(part('signature'), 'base64'))
  return { method, url, headers: headers as Record<string, string>, body, signed }
}

function signature(reply: Reply, body: string): Record<string, string> {
  if (reply.signature === 'none') return {}
  const timestamp = reply.timestamp ?? String(Math.floor(Date.now() / 1000) + (reply.offset ?? 0))
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
  parentPort?.postMessage(question === 'heard' ? heard : (server.address() as AddressInfo).port)
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
