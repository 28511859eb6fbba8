import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { refusalBody } from './unsigned-refusal.ts'

/** Statuses and explanations by the code of Node's error; anything else is a 400. */
const faults: Record<string, [status: number, message: string]> = {
  HPE_HEADER_OVERFLOW: [431, 'HTTP头过大，不得超过 16 KB'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, '分块扩展过大'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, '请求未能在限定时间内发完'],
}

/** Answers what is no HTTP request, then hangs up. For the `clientError` event of a Node server. */
export function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const [status, message] = faults[error.code ?? ''] ?? [400, `不是合法的HTTP请求：${error.message}`]
  refuse(socket, status, message)
}

/** Answers who takes the sandbox for a proxy, then hangs up. For the `connect` event of a Node server. */
export function refuseTunnel(_: IncomingMessage, socket: Duplex): void {
  // From here on Node leaves the socket to us: who goes away, and who does not when the server closes.
  socket.on('error', () => {}).once('finish', () => socket.destroy())
  refuse(socket, 400, '沙箱不是代理：请把客户端的接口地址设为沙箱的地址')
}

function refuse(socket: Duplex, status: number, message: string): void {
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
