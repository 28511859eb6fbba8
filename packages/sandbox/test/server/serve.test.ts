import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { expect, test, vi } from 'vitest'
import { scenarioHeader } from '../../src/index.ts'
import { serve } from '../../src/server/index.ts'
import { identity, now } from '../support/identity.ts'
import { sendRaw } from '../support/raw-socket.ts'
import { authorization, signedParts, stringToSign } from '../support/request.ts'
import { startServer } from '../support/server.ts'

const path = '/v3/certificates'

/** Sends a signed request for the certificates, with further headers `more`. */
const send = (server: { url: string }, more: Record<string, string> = {}) => fetch(server.url + path, {
  headers: { Authorization: authorization(signedParts('GET', path, '')), ...more },
})

test('responds to signed requests and logs the verdict on each signature', async () => {
  const server = await startServer({ now })
  expect((await send(server)).status).toBe(200)
  expect((await fetch(server.url + path)).status).toBe(401)
  expect((await fetch(server.url + path, { method: 'PUT' })).status).toBe(405)
  expect(server.events).toMatchObject([
    { event: 'request', method: 'GET', url: path, status: 200, signature: 'ok' },
    { method: 'GET', status: 401, signature: 'wrong', reason: expect.stringContaining('Authorization') },
    { method: 'PUT', status: 405, signature: 'unchecked' },
  ])
})

test.each([
  ['an unknown scenario', { [scenarioHeader]: 'NOPE' }, 'x', 400],
  ['a malformed multipart body', { 'Content-Type': 'multipart/form-data' }, 'x', 400],
  ['a wrong method', {}, undefined, 405],
])('logs the signature as unchecked if it refuses %s', async (_, headers, body, status) => {
  const server = await startServer({ now })
  const url = `${server.url}/v3/pay/transactions/jsapi`
  await fetch(url, { method: body ? 'POST' : 'PUT', headers, body: body ?? null })
  expect(server.events).toMatchObject([{ event: 'request', status, signature: 'unchecked', reason: expect.any(String) }])
})

test.each([
  ['a User-Agent', 'Accept: application/json\r\n'], ['an Accept', 'User-Agent: curl\r\n'],
])('refuses a request without %s header, like WeChat Pay', async (_, header) => {
  const server = await startServer({ now })
  const received = await sendRaw(server.url, `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${header}\r\n`)
  expect(received).toMatch(/^HTTP\/1\.1 400 .*"INVALID_REQUEST","message":"Http头缺少Accept或User-Agent"/s)
})

test('logs the reason of a refusal once', async () => {
  const server = await startServer({ now })
  const target = '/v3/pay/transactions/out-trade-no/ORDER_A1'
  await fetch(server.url + target, { headers: { Authorization: authorization(signedParts('GET', target, '')) } })
  expect(server.events).toMatchObject([{ status: 400, reason: '输入源“/query/mchid”映射到字段“商户号”必填性规则校验失败，此字段为必填项' }])
})

test('logs members that it accepted and WeChat Pay may refuse', async () => {
  const server = await startServer({ now })
  const target = '/v3/pay/transactions/out-trade-no/ORDER_A1?mchid=1900000109&transaction_id=1'
  await fetch(server.url + target, { headers: { Authorization: authorization(signedParts('GET', target, '')) } })
  expect(server.events).toMatchObject([{ status: 404, warning: 'not documented, WeChat Pay may refuse it: /query/transaction_id' }])
})

test('logs a valid signature if a scenario causes the refusal', async () => {
  const server = await startServer({ now })
  expect((await send(server, { [scenarioHeader]: 'SIGN_ERROR' })).status).toBe(401)
  expect(server.events).toMatchObject([{ status: 401, signature: 'ok' }])
})

test.each([
  ['malformed chunks', 'Transfer-Encoding: chunked\r\n\r\nzz\r\n'],
  ['fewer bytes than announced', 'Content-Length: 100\r\n\r\n{'],
])('refuses a body of %s without a failure', async (_, rest) => {
  const server = await startServer({ requestTimeout: 200 })
  await sendRaw(server.url, `POST /v3/pay/transactions/jsapi HTTP/1.1\r\nHost: a\r\n${rest}`)
  await vi.waitUntil(() => server.events.length)
  expect(server.events).toMatchObject([{ event: 'request', status: 400, signature: 'unchecked' }])
})

test('logs the diagnosis and the expected string of a wrong signature', async () => {
  const server = await startServer({ now })
  const parts = signedParts('GET', `https://api.mch.weixin.qq.com${path}`, '')
  await fetch(server.url + path, { headers: { Authorization: authorization(parts) } })
  const expected = stringToSign('GET', path, '', parts)
  expect(server.events).toMatchObject([{ signature: 'wrong', reason: expect.stringContaining('域名'), expected }])
})

test('cuts the connection for a scenario', async () => {
  const server = await startServer({ now })
  await expect(send(server, { [scenarioHeader]: 'CUT' })).rejects.toThrow('fetch failed')
  expect(server.events).toMatchObject([{ event: 'request', status: 0, reason: 'connection cut' }])
  expect((await send(server)).status).toBe(200)
})

test.each([
  ['127.0.0.1', 'http://127.0.0.1:'], ['::1', 'http://[::1]:'], ['localhost', 'http://'],
  ['0.0.0.0', 'http://127.0.0.1:'], ['::', 'http://[::1]:'],
])(
  'listens at %s for this machine', async (host, start) => {
    const server = await startServer({ host, now })
    expect(server.url.startsWith(start)).toBe(true)
    expect((await send(server)).status).toBe(200)
    expect((await fetch(`${server.url}/_sandbox/clock`)).status).toBe(200)
  })

test('reports its own failure to the log, not to the client', async () => {
  const broken = { ...identity, platform: { ...identity.platform, privateKey: 'no key' } }
  const server = await startServer({ identity: broken, now })
  const response = await send(server)
  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({ code: 'SYSTEM_ERROR', message: '沙箱内部错误，详见沙箱的日志' })
  expect(server.events.map(({ event }) => event)).toEqual(['failure', 'request'])
})

/** Headers of a request that waits for 100 Continue before its body. */
const headers = { 'Expect': '100-continue', 'Content-Length': 2, 'Accept': '*/*', 'User-Agent': 'raw' }

test('finishes pending requests on close, and accepts no more', async () => {
  const server = await startServer()
  const pending = request(`${server.url}/v3/pay/transactions/native`, { method: 'POST', headers })
  pending.flushHeaders()
  await once(pending, 'continue')
  const closed = server.close()
  await expect(fetch(server.url)).rejects.toThrow('fetch failed')
  pending.end('{}')
  const [response] = await once(pending, 'response') as [IncomingMessage]
  expect(response.statusCode).toBe(401)
  response.resume()
  await closed
})

test('does not wait on close for a request that never finishes', async () => {
  const server = await startServer()
  const stuck = request(`${server.url}/v3/pay/transactions/native`, { method: 'POST', headers })
  stuck.flushHeaders()
  await once(stuck, 'continue')
  const failed = once(stuck, 'error')
  await server.close()
  expect(await failed).toMatchObject([{ code: 'ECONNRESET' }])
})

test('rejects if it cannot listen', async () => {
  const { sandbox, url } = await startServer()
  await expect(serve({ sandbox, port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
