import { createClient } from '@wxpay-live/client'
import catalog from '@wxpay-live/openapi/catalog.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { clientSettings, type Notification } from '../../src/index.ts'
import { identity } from '../support/identity.ts'
import { startMerchant } from '../support/merchant.ts'
import { nativeOrder } from '../support/order.ts'
import { sendRaw, statusesOf } from '../support/raw-socket.ts'
import { control, startServer } from '../support/server.ts'

test('explains itself, also at unknown paths', async () => {
  const server = await startServer()
  const { body: help } = await control(server, 'GET', '')
  expect(Object.keys(help as object)).toContain('POST /_sandbox/reset')
  expect(await control(server, 'DELETE', '/state')).toMatchObject({ status: 404, body: { help } })
})

test('pays, complains, shows and resets', async () => {
  const merchant = await startMerchant()
  const server = await startServer({ signatures: false })
  for (const number of ['ORDER_A1', 'ORDER_A2']) {
    const body = JSON.stringify(nativeOrder(number, merchant.url))
    const response = await fetch(`${server.url}/v3/pay/transactions/native`, { method: 'POST', body })
    expect(response.status).toBe(200)
  }
  const keys = async (query: string) =>
    ((await control(server, 'GET', `/state${query}`)).body as { key: string }[]).map(({ key }) => key)
  expect(await keys('?kind=transaction')).toEqual(['ORDER_A1', 'ORDER_A2'])
  expect(await keys('?key=ORDER_A2')).toEqual(['ORDER_A2'])
  expect(await keys('?kind=refund')).toEqual([])

  expect(await control(server, 'POST', '/pay', { kind: 'transaction', key: 'ORDER_A1' }))
    .toMatchObject({ status: 200, body: [{ kind: 'transaction', key: 'ORDER_A1', data: { trade_state: 'SUCCESS' } }] })
  const { headers, body } = await merchant.next()
  expect((await control(server, 'GET', '/notifications')).body).toMatchObject([{
    event_type: 'TRANSACTION.SUCCESS', notify_url: merchant.url, body, resource: { out_trade_no: 'ORDER_A1' },
  }])
  expect(headers).toMatchObject({ 'wechatpay-signature': expect.any(String) })
  const id = (JSON.parse(body) as { id: string }).id
  expect(await control(server, 'POST', `/notifications/${id}/resend`)).toEqual({ status: 200, body: { status: 204 } })
  expect((await merchant.next()).body).toBe(body)
  expect(await control(server, 'POST', '/notifications/EV-0/resend'))
    .toEqual({ status: 409, body: { error: 'unknown notification EV-0' } })
  expect(await control(server, 'POST', '/complain', { out_trade_no: 'ORDER_A1', detail: '没有收到货' })).toMatchObject({ status: 200 })
  expect(await control(server, 'POST', '/complain', { out_trade_no: 'ORDER_A2' })).toMatchObject({ status: 409 })

  await control(server, 'POST', '/reset')
  expect(await keys('')).toEqual([])
  expect(await control(server, 'GET', '/notifications')).toMatchObject({ body: [] })
})

test('sends a requested notification, signed and encrypted', async () => {
  const merchant = await startMerchant()
  const server = await startServer()
  const { status, body } = await control(server, 'POST', '/notify', {
    event_type: 'PAYSCORE.USER_SIGN_PLAN', notify_url: merchant.url, resource: { plan_id: 'P1' },
  })
  expect({ status, body }).toMatchObject({ status: 200, body: { resource: { plan_id: 'P1', mchid: identity.mchid } } })
  const received = await merchant.next()
  const event = await createClient(clientSettings(identity)).webhook.parse(received)
  expect(event).toMatchObject({ event_type: 'PAYSCORE.USER_SIGN_PLAN', resource: { plan_id: 'P1', service_id: '500001' } })
})

test('sends every event of the reference, and only lists it without a URL', async () => {
  const server = await startServer()
  const events = catalog.notifications.map(({ event }) => event)
  for (const event_type of events) {
    expect(await control(server, 'POST', '/notify', { event_type })).toMatchObject({ status: 200, body: { event_type } })
  }
  const { body } = await control(server, 'GET', '/notifications')
  expect((body as Notification[]).map(({ event_type }) => event_type)).toEqual(events)
  expect(server.events).toEqual([])
})

test('puts the clock forward, and resets it', async () => {
  const server = await startServer()
  await control(server, 'POST', '/clock', { advance: 7200_000 })
  expect(await control(server, 'POST', '/clock', { advance: 1 })).toEqual({ status: 200, body: { offset: 7200_001 } })
  expect(await control(server, 'POST', '/reset')).toEqual({ status: 204, body: undefined })
  expect(await control(server, 'GET', '/clock')).toEqual({ status: 200, body: { offset: 0 } })
})

test('switches a scenario on and off', async () => {
  const server = await startServer()
  const { body } = await control(server, 'PUT', '/scenario', { name: 'SYSTEM_ERROR' })
  expect(body).toMatchObject({ name: 'SYSTEM_ERROR', scenarios: expect.arrayContaining([{ name: 'SLOW', title: '应答迟到 5 秒' }]) })
  expect(await control(server, 'PUT', '/scenario', {})).toMatchObject({ body: { name: null } })
  await control(server, 'PUT', '/scenario', { name: 'SLOW' })
  expect(await control(server, 'PUT', '/scenario', { name: null })).toMatchObject({ body: { name: null } })
})

test.each([
  ['POST', '/clock', '{"advance":"1h"}', 400, 'advance must be a number'],
  ['POST', '/clock', '', 400, 'advance must be a number'],
  ['POST', '/clock', '{"advance":null}', 400, 'advance must be a number'],
  ['POST', '/clock', '{"advance":0.5}', 409, expect.stringContaining('by whole milliseconds')],
  ['POST', '/clock', '{"advance":-1}', 409, expect.stringContaining('the clock goes forward')],
  ['POST', '/clock', '[]', 400, 'the body must be a JSON object'],
  ['POST', '/pay', '{', 400, 'the body must be a JSON object'],
  ['POST', '/pay', '{"out_trade_no":"1"}', 400, 'out_trade_no is unknown, expected kind, key, params'],
  ['POST', '/pay', '{"key":1}', 400, 'key must be a string or left out'],
  ['POST', '/pay', '{"__proto__":1}', 400, '__proto__ is unknown, expected kind, key, params'],
  ['POST', '/notify', '{"event_type":"TRANSACTION.SUCCESS","resource":[]}', 400, 'resource must be an object or left out'],
  ['POST', '/notify', '{"event_type":"NOPE"}', 409, expect.stringContaining('unknown event NOPE, use one of ')],
  ['PUT', '/scenario', '{"name":"NOPE"}', 409, expect.stringContaining('NOPE')],
  ['POST', '/pay', '{"key":"none"}', 409, expect.any(String)],
])('rejects %s %s %s', async (method, path, body, status, error) => {
  const server = await startServer()
  const response = await fetch(`${server.url}/_sandbox${path}`, { method, body: body || null })
  expect({ status: response.status, body: await response.json() }).toEqual({ status, body: { error } })
})

test.each([
  ['a name that merely resolves to this machine', { Host: 'rebound.example' }, 403],
  ['WeChat Pay\'s own name', { Host: 'api.mch.weixin.qq.com' }, 403],
  ['a name that only starts like this machine\'s', { Host: 'localhost.example' }, 403],
  ['another site\'s page', { Host: 'localhost', Origin: 'https://shop.example' }, 403],
  ['a page without an origin', { Host: 'localhost', Origin: 'null' }, 403],
  ['no host', {}, 400],
  ['localhost', { Host: 'localhost:8787' }, 200],
  ['127.0.0.1', { Host: '127.0.0.1' }, 200],
  ['[::1]', { Host: '[::1]:8787' }, 200],
  ['a page of this machine', { Host: 'localhost', Origin: 'http://localhost:5173' }, 200],
])('checks the origin of requests: %s', async (_, headers, status) => {
  const server = await startServer()
  const lines = Object.entries({ ...headers, Connection: 'close' }).map(([name, value]) => `${name}: ${value}`)
  const received = await sendRaw(server.url, `GET /_sandbox/clock HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
  expect(statusesOf(received)).toEqual([status])
})

test('guards every spelling of its paths', async () => {
  const server = await startServer()
  const targets = ['/_sandbox', '/_sandbox/', '/%5Fsandbox/clock', '/v3/../_sandbox/clock', '/v3/%2e%2e/_sandbox/clock',
    '//_sandbox/clock', '/_sandbox/none', '/_SANDBOX/clock', 'http://localhost/_sandbox/clock', '/;/_sandbox/clock']
  const headers = 'Host: rebound.example\r\nConnection: close\r\nAccept: */*\r\nUser-Agent: raw\r\n'
  for (const target of targets) {
    const received = await sendRaw(server.url, `GET ${target} HTTP/1.1\r\n${headers}\r\n`)
    expect([403, 404], target).toContain(statusesOf(received)[0])
    expect(received, target).not.toContain('offset')
  }
})

test('answers what a phone refuses with the diagnosis', async () => {
  const server = await startServer({ signatures: false })
  const order = { ...nativeOrder('ORDER_A1', 'https://shop.example/notify'), payer: { openid: 'o1' } }
  const response = await fetch(`${server.url}/v3/pay/transactions/jsapi`, { method: 'POST', body: JSON.stringify(order) })
  const { prepay_id } = await response.json() as { prepay_id: string }
  const params = { appId: order.appid, timeStamp: '1735787045', nonceStr: 'N', package: prepay_id, signType: 'RSA', paySign: 'AAAA' }
  expect(await control(server, 'POST', '/pay', { params })).toEqual({
    status: 409,
    body: { error: 'the phone refuses the payment: not-rsa', mistake: 'not-rsa', diagnosis: expect.stringContaining('RSA') },
  })
  expect(await control(server, 'POST', '/pay', { params: 'x' })).toMatchObject({ status: 400 })
  expect(await control(server, 'POST', '/pay', { key: 'ORDER_A1' })).toMatchObject({ status: 200 })
})
