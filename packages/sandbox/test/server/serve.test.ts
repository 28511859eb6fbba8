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

/** A signed request for the certificates; `more` are further headers. */
const ask = (server: { url: string }, more: Record<string, string> = {}) => fetch(server.url + path, {
  headers: { Authorization: authorization(signedParts('GET', path, '')), ...more },
})

test('it answers what is signed, and tells the verdict on the signature', async () => {
  const server = await startServer({ now })
  expect((await ask(server)).status).toBe(200)
  expect((await fetch(server.url + path)).status).toBe(401)
  expect((await fetch(server.url + path, { method: 'PUT' })).status).toBe(405)
  expect(server.events).toMatchObject([
    { event: 'request', method: 'GET', url: path, status: 200, signature: 'ok' },
    { method: 'GET', status: 401, signature: 'wrong', reason: expect.stringContaining('Authorization') },
    { method: 'PUT', status: 405, signature: 'unchecked' },
  ])
})

test.each([
  ['a scenario that is none', { [scenarioHeader]: 'NOPE' }, 'x', 400],
  ['a multipart body that is none', { 'Content-Type': 'multipart/form-data' }, 'x', 400],
  ['a method that is none of its path', {}, undefined, 405],
])('of a request refused for %s the signature is said to be unchecked', async (_, headers, body, status) => {
  const server = await startServer({ now })
  const url = `${server.url}/v3/pay/transactions/jsapi`
  await fetch(url, { method: body ? 'POST' : 'PUT', headers, body: body ?? null })
  expect(server.events).toMatchObject([{ event: 'request', status, signature: 'unchecked', reason: expect.any(String) }])
})

test.each([
  ['a User-Agent', 'Accept: application/json\r\n'], ['an Accept', 'User-Agent: curl\r\n'],
])('a request without %s header is turned away as WeChat Pay does', async (_, header) => {
  const server = await startServer({ now })
  const answer = await sendRaw(server.url, `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${header}\r\n`)
  expect(answer).toMatch(/^HTTP\/1\.1 400 .*"Http头缺少Accept或User-Agent"/s)
})

test('what is wrong with a request is said once', async () => {
  const server = await startServer({ now })
  const target = '/v3/pay/transactions/out-trade-no/ORDER_A1'
  await fetch(server.url + target, { headers: { Authorization: authorization(signedParts('GET', target, '')) } })
  expect(server.events).toMatchObject([{ status: 400, reason: '输入源“/query/mchid”校验失败，此字段为必填项' }])
})

test('of an error that a scenario brings about the signature is right', async () => {
  const server = await startServer({ now })
  expect((await ask(server, { [scenarioHeader]: 'SIGN_ERROR' })).status).toBe(401)
  expect(server.events).toMatchObject([{ status: 401, signature: 'ok' }])
})

test.each([
  ['chunks that are none', 'Transfer-Encoding: chunked\r\n\r\nzz\r\n'],
  ['less than it said', 'Content-Length: 100\r\n\r\n{'],
])('a body of %s is no failure of the sandbox', async (_, rest) => {
  const server = await startServer({ requestTimeout: 200 })
  await sendRaw(server.url, `POST /v3/pay/transactions/jsapi HTTP/1.1\r\nHost: a\r\n${rest}`)
  await vi.waitUntil(() => server.events.length)
  expect(server.events).toMatchObject([{ event: 'request', status: 400, signature: 'unchecked' }])
})

test('a wrong signature is explained to the log as it is to the client', async () => {
  const server = await startServer({ now })
  const parts = signedParts('GET', `https://api.mch.weixin.qq.com${path}`, '')
  await fetch(server.url + path, { headers: { Authorization: authorization(parts) } })
  const expected = stringToSign('GET', path, '', parts)
  expect(server.events).toMatchObject([{ signature: 'wrong', reason: expect.stringContaining('域名'), expected }])
})

test('a scenario that cuts the connection does so', async () => {
  const server = await startServer({ now })
  await expect(ask(server, { [scenarioHeader]: 'CUT' })).rejects.toThrow('fetch failed')
  expect(server.events).toMatchObject([{ event: 'request', status: 0, reason: 'connection cut' }])
  expect((await ask(server)).status).toBe(200)
})

test.each([
  ['127.0.0.1', 'http://127.0.0.1:'], ['::1', 'http://[::1]:'], ['localhost', 'http://'],
  ['0.0.0.0', 'http://0.0.0.0:'], ['::', 'http://[::]:'],
])(
  'at %s it listens for this machine', async (host, start) => {
    const server = await startServer({ host, now })
    expect(server.url.startsWith(start)).toBe(true)
    expect((await ask(server)).status).toBe(200)
    expect((await fetch(`${server.url}/_sandbox/clock`)).status).toBe(200)
  })

test('a failure of the sandbox itself is told to the log, not to the client', async () => {
  const broken = { ...identity, platform: { ...identity.platform, privateKey: 'no key' } }
  const server = await startServer({ identity: broken, now })
  const response = await ask(server)
  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({ code: 'SYSTEM_ERROR', message: '沙箱内部错误，详见沙箱的日志' })
  expect(server.events.map(({ event }) => event)).toEqual(['failure', 'request'])
})

/** Of a request that waits to be asked for its body. */
const headers = { 'Expect': '100-continue', 'Content-Length': 2, 'Accept': '*/*', 'User-Agent': 'raw' }

test('closed, it answers what is underway and takes nothing more', async () => {
  const server = await startServer()
  const underway = request(`${server.url}/v3/pay/transactions/native`, { method: 'POST', headers })
  underway.flushHeaders()
  await once(underway, 'continue')
  const closed = server.close()
  await expect(fetch(server.url)).rejects.toThrow('fetch failed')
  underway.end('{}')
  const [response] = await once(underway, 'response') as [IncomingMessage]
  expect(response.statusCode).toBe(401)
  response.resume()
  await closed
})

test('closed, it does not wait for who never finishes', async () => {
  const server = await startServer()
  const stuck = request(`${server.url}/v3/pay/transactions/native`, { method: 'POST', headers })
  stuck.flushHeaders()
  await once(stuck, 'continue')
  const failed = once(stuck, 'error')
  await server.close()
  expect(await failed).toMatchObject([{ code: 'ECONNRESET' }])
})

test('where it cannot listen it says why', async () => {
  const { sandbox, url } = await startServer()
  await expect(serve({ sandbox, port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
