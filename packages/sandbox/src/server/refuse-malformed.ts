import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { codeOf } from '../values/errors.ts'
import { refusalBody } from './unsigned-refusal.ts'

/** Refusals by the code of Node's error; any other error is a 400. */
const refusals: Record<string, [status: number, message: string]> = {
  HPE_HEADER_OVERFLOW: [431, 'HTTP头过大，不得超过 16 KB'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, '分块扩展过大'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, '请求未能在限定时间内发完'],
}

/** Refuses malformed HTTP and closes the connection. For the `clientError` event of a Node server. */
export function refuseMalformed(error: Error, socket: Duplex): void {
  const code = codeOf(error) ?? ''
  if (!socket.writable || code === 'ECONNRESET') return void socket.destroy()
  const [status, message] = refusals[code] ?? [400, `不是合法的HTTP请求：${error.message}`]
  refuse(socket, status, message)
}

/** Refuses to be a proxy and closes the connection. For the `connect` event of a Node server. */
export function refuseTunnel(_: IncomingMessage, socket: Duplex): void {
  // Node hands the socket over after CONNECT, with its errors.
  socket.on('error', () => {})
  refuse(socket, 400, '沙箱不是代理：请把客户端的接口地址设为沙箱的地址')
}

/** Milliseconds that a client has to read a refusal; one that does not close its side must not keep ours. */
const linger = 1000

function refuse(socket: Duplex, status: number, message: string): void {
  setTimeout(() => socket.destroy(), linger).unref()
  const body = JSON.stringify(refusalBody('INVALID_REQUEST', message))
  socket.end([
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n'))
}
