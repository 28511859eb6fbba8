import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fc, fuzz, runs } from '../../../../test/support/fuzz.ts'
import { expect, test } from 'vitest'
import { identity } from '../support/identity.ts'
import { sendRaw, statusesOf } from '../support/raw-socket.ts'
import { startServer } from '../support/server.ts'

const path = '/v3/certificates'
const close = 'Connection: close\r\n'
const required = 'Host: a\r\nAccept: */*\r\nUser-Agent: raw\r\n'

test('responds to pipelined requests in order', async () => {
  const server = await startServer()
  const received = await sendRaw(server.url,
    `GET ${path} HTTP/1.1\r\n${required}\r\n`
    + `GET /v3/none HTTP/1.1\r\n${required}\r\n`
    + `POST ${path} HTTP/1.1\r\n${required}Content-Length: 2\r\n\r\n{}`
    + `GET ${path} HTTP/1.1\r\n${required}${close}\r\n`)
  expect(statusesOf(received)).toEqual([401, 404, 405, 401])
})

test.each([
  ['malformed HTTP', 'hello\r\n\r\n', 400],
  ['a tunnel through a proxy', 'CONNECT api.mch.weixin.qq.com:443 HTTP/1.1\r\nHost: a\r\n\r\n', 400],
  ['the start of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['no Host', `GET ${path} HTTP/1.1\r\n${close}\r\n`, 400],
  ['a malformed Host', `GET ${path} HTTP/1.1\r\nHost: a b\r\n${close}\r\n`, 400],
  ['a header without a colon', `GET ${path} HTTP/1.1\r\n${required}nonsense\r\n\r\n`, 400],
  ['a header with a zero byte', `GET ${path} HTTP/1.1\r\n${required}X: \0\r\n\r\n`, 400],
  ['headers of 100 KB', `GET ${path} HTTP/1.1\r\n${required}X: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
  ['a path of 100 KB', `GET /${'x'.repeat(100_000)} HTTP/1.1\r\n${required}\r\n`, 431],
  ['two lengths', `POST ${path} HTTP/1.1\r\n${required}Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}`, 400],
  ['a length and chunks', `POST ${path} HTTP/1.1\r\n${required}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
  ['a chunk without a size', `POST ${path} HTTP/1.1\r\n${required}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, 400],
  ['a backslash in the path', `GET /v3\\certificates HTTP/1.1\r\n${required}${close}\r\n`, 400],
  ['malformed percent-encoding', `GET /v3/%zz%ff HTTP/1.1\r\n${required}${close}\r\n`, 404],
  ['dots that leave the root', `GET /../../etc/passwd HTTP/1.1\r\n${required}${close}\r\n`, 404],
  ['a file', `GET /package.json HTTP/1.1\r\n${required}${close}\r\n`, 404],
  ['a body that is not UTF-8', Buffer.concat([
    Buffer.from(`POST /v3/pay/transactions/jsapi HTTP/1.1\r\n${required}Content-Length: 4\r\n${close}\r\n`),
    Buffer.from([0xff, 0xfe, 0xc3, 0x28]),
  ]), 401],
])('refuses %s', async (_, request, status) => {
  const server = await startServer()
  const received = await sendRaw(server.url, request)
  expect(statusesOf(received)).toEqual([status])
  expect(received).toMatch(/\r\n\r\n\{"code":"[A-Z_]+","message":".+"/s)
})

test.each([
  ['half a head', `POST ${path} HTTP/1.1\r\nHost:`],
  ['half a body', `POST /v3/pay/transactions/jsapi HTTP/1.1\r\n${required}Content-Length: 100\r\n\r\n{`],
])('refuses with 408 if a client stops after %s', async (_, half) => {
  const server = await startServer({ requestTimeout: 200 })
  expect(await sendRaw(server.url, half)).toMatch(/^HTTP\/1\.1 408 .*限定时间/s)
})

test('keeps running if a client hangs up before its tunnel is refused', async () => {
  const server = await startServer()
  for (let time = 0; time < 20; time++) {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    socket.write('CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n', () => socket.resetAndDestroy())
    await once(socket, 'close')
  }
  expect((await fetch(server.url + path)).status).toBe(401)
})

test('closes even if a client stays connected after its tunnel is refused', async () => {
  const server = await startServer()
  const socket = connect({ port: Number(new URL(server.url).port), host: '127.0.0.1', allowHalfOpen: true })
  socket.write('CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n')
  await once(socket.resume(), 'end')
  await server.close()
  socket.destroy()
})

test.each([
  ['malformed HTTP', 'hello\r\n\r\n'],
  ['headers of 20 KB', `GET ${path} HTTP/1.1\r\n${required}X: ${'x'.repeat(20_000)}\r\n\r\n`],
  ['half a body', `POST /v3/pay/transactions/jsapi HTTP/1.1\r\n${required}Content-Length: 100\r\n\r\n{`],
])('closes the connection after it refused %s, even if the client does not', async (_, request) => {
  const server = await startServer({ requestTimeout: 200 })
  const socket = connect({ port: Number(new URL(server.url).port), host: '127.0.0.1', allowHalfOpen: true })
  socket.on('error', () => {}).resume().write(request)
  await once(socket, 'end')
  const closed = new Promise(resolve => socket.once('close', resolve))
  // Once the server has closed its side, too, it resets the connection when it gets more.
  const writing = setInterval(() => socket.write('more'), 100)
  await closed
  clearInterval(writing)
})

test('keeps running if a client hangs up within a request', async () => {
  const server = await startServer()
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  socket.end(`POST /v3/pay/transactions/jsapi HTTP/1.1\r\n${required}Content-Length: 100\r\n\r\n{`)
  await sleep(20)
  socket.destroy()
  expect((await fetch(server.url + path)).status).toBe(401)
})

const large = new Uint8Array(50 * 1024 * 1024).fill(0x20)

test.each([
  ['with a length', () => large],
  ['in chunks', () => new Blob([large]).stream()],
])('refuses a body of 50 MB %s', async (_, body) => {
  const server = await startServer()
  const url = `${server.url}/v3/pay/transactions/jsapi`
  const response = await fetch(url, { method: 'POST', body: body(), duplex: 'half' } as RequestInit)
  expect(response.status).toBe(413)
  expect(await response.json()).toEqual({ code: 'INVALID_REQUEST', message: '请求体过大，不得超过 10 MB' })
  expect(server.events).toMatchObject([{ event: 'request', status: 413, signature: 'unchecked' }])
  expect((await fetch(server.url + path)).status).toBe(401)
})

test('responds with a 4xx and without keys to any bytes, and keeps running', async () => {
  const server = await startServer()
  const { secret, privateKey, platform } = identity
  const secrets = [secret, privateKey.slice(40, 80), platform.privateKey.slice(40, 80)]
  const text = fc.string({ unit: 'binary', maxLength: 200 })
  const line = fc.oneof(
    text,
    fc.constantFrom('Host: a', 'Content-Length: 5', 'Transfer-Encoding: chunked', 'Expect: 100-continue',
      'Upgrade: websocket', 'Connection: upgrade', 'Authorization: WECHATPAY2-SHA256-RSA2048 mchid="',
      'Content-Encoding: gzip', 'Content-Type: multipart/form-data', 'Sandbox-Scenario: CUT'),
  )
  const method = fc.constantFrom('GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'TRACE', 'DELETE', 'get', 'FOO')
  const target = fc.oneof(fc.constantFrom(path, '*', '/', '//', '/%', 'http://a/v3/certificates'), text)
  const request = fc.tuple(method, target, fc.array(line, { maxLength: 6 }), text)
  await fuzz(fc.asyncProperty(request, async ([method, target, lines, body]) => {
    const head = [`${method} ${target} HTTP/1.1`, ...lines, 'Connection: close'].join('\r\n')
    const received = await sendRaw(server.url, `${head}\r\n\r\n${body}`, '\r\n\r\n')
    for (const status of statusesOf(received)) {
      expect(status === 100 || Math.floor(status / 100) === 4, `${status} to ${head}`).toBe(true)
    }
    for (const secret of secrets) expect(received).not.toContain(secret)
  }), { numRuns: runs(300) })
  expect((await fetch(server.url + path)).status).toBe(401)
  expect(server.events.filter(({ event }) => event === 'failure')).toEqual([])
})
