import { expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { catalog } from '../support/catalog.ts'
import { flowCatalog } from '../support/flow-catalog.ts'
import { identity, now } from '../support/identity.ts'
import { openssl } from '../support/openssl.ts'
import { signed } from '../support/request.ts'

let count = 0
const random = (length: number) => String(count++).padStart(length, '0')
const sandbox = createSandbox({ catalog, identity, now, random, strict: false })

/** Returns the verdict of `openssl dgst -verify` on a response, with the public key of the platform's certificate. */
async function verdict(response: Response): Promise<string> {
  const { headers } = response
  const message = `${headers.get('Wechatpay-Timestamp')}\n${headers.get('Wechatpay-Nonce')}\n${await response.text()}\n`
  const key = openssl(['x509', '-in', 'platform.pem', '-noout', '-pubkey'], { 'platform.pem': identity.platform.certificate })
  const signature = Buffer.from(headers.get('Wechatpay-Signature') ?? '', 'base64')
  return openssl(['dgst', '-sha256', '-verify', 'key.pem', '-signature', 'signature'], { 'key.pem': key, signature }, message)
    .toString().trim()
}

const close = '/v3/pay/transactions/out-trade-no/ORDER_A1/close'

test.each([
  ['200', signed('GET', '/v3/pay/transactions/out-trade-no/ORDER_A1?mchid=1')],
  ['204', signed('POST', close, { mchid: '1900000109' })],
  ['400', signed('POST', close, {})],
])('signs a %s so that openssl verifies it', async (status, request) => {
  const response = await sandbox.fetch(request)
  expect(String(response.status)).toBe(status)
  expect(await verdict(response)).toBe('Verified OK')
})

test('sends the time, nonce, serial, algorithm and request id', async () => {
  count = 1
  const { headers } = await sandbox.fetch(signed('POST', close, {}))
  expect(Object.fromEntries(headers)).toEqual({
    'content-type': 'application/json; charset=utf-8',
    'request-id': '1'.padStart(32, '0'),
    'wechatpay-nonce': '2'.padStart(32, '0'),
    'wechatpay-serial': identity.platform.serial,
    'wechatpay-signature': expect.stringMatching(/^[\w+/]{342}==$/),
    'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
    'wechatpay-timestamp': '1735787045',
  })
})

test('names a type for an empty body too, as the real API does and WxJava 4.7 needs', async () => {
  const { status, headers } = await sandbox.fetch(signed('POST', close, { mchid: '1900000109' }))
  expect([status, headers.get('Content-Type')]).toEqual([204, 'application/json; charset=utf-8'])
})

test('replaces the access point in URLs by the request\'s origin before it signs', async () => {
  const { fetch } = createSandbox({ catalog: flowCatalog, identity, now, strict: false })
  const local = (target: string) => {
    const { headers } = signed('GET', target)
    return fetch(new Request(`http://127.0.0.1:8787${target}`, { headers }))
  }
  const response = await local('/v3/bill/tradebill?bill_date=2025-01-01')
  expect(await verdict(response.clone())).toBe('Verified OK')
  const { download_url } = await response.json()
  const [, target] = /^http:\/\/127\.0\.0\.1:8787(\/v3\/billdownload\/file\?token=\w+)$/.exec(download_url)!
  expect((await local(target!)).status).toBe(200)
})

test.each([
  'https://api.mch.weixin.qq.com/v3/x', 'see "https://api.mch.weixin.qq.com/v3/x"',
])('returns %s unchanged if a merchant stored it', async (attach) => {
  const { fetch } = createSandbox({ catalog: flowCatalog, identity, now, strict: false })
  const local = (method: string, target: string, body?: unknown) => {
    const { headers } = signed(method, target, body)
    return fetch(new Request(`http://127.0.0.1:8787${target}`, { method, headers, ...body !== undefined && { body: JSON.stringify(body) } }))
  }
  await local('POST', '/v3/pay/transactions/jsapi', { mchid: '1900000109', out_trade_no: 'ECHO_1', attach, amount: { total: 1 } })
  const order = await local('GET', '/v3/pay/transactions/out-trade-no/ECHO_1?mchid=1900000109')
  expect((await order.json()).attach).toBe(attach)
})

test.each([
  ['a 401', new Request('https://api.mch.weixin.qq.com/v3/certificates')],
  ['the 404 of an unknown path', signed('GET', '/v3/unknown')],
  ['a 405', signed('DELETE', '/v3/certificates')],
  ['the 400 of an unreadable body', new Request(`https://api.mch.weixin.qq.com${close}`, {
    method: 'POST', headers: { 'Content-Type': 'multipart/form-data' }, body: 'x',
  })],
])('sends %s unsigned', async (_, request) => {
  const { status, headers } = await sandbox.fetch(request)
  expect(status).toBeGreaterThanOrEqual(400)
  expect([...headers.keys()].filter(name => name !== 'allow')).toEqual(['content-type', 'request-id'])
})

test.each([
  ['https', 'https://pay.shop.example'], ['https,http', 'https://pay.shop.example'], ['ftp', 'http://pay.shop.example'],
])('keeps the scheme that a proxy was asked: %s', async (scheme, origin) => {
  const { fetch } = createSandbox({ catalog: flowCatalog, identity, now, strict: false })
  const target = '/v3/bill/tradebill?bill_date=2025-01-01'
  const { headers } = signed('GET', target)
  headers.set('X-Forwarded-Proto', scheme)
  const { download_url } = await (await fetch(new Request(`http://pay.shop.example${target}`, { headers }))).json()
  expect(new URL(download_url).origin).toBe(origin)
})

test('sends the allowed methods with a 405', async () => {
  const { headers } = await sandbox.fetch(new Request(`https://api.mch.weixin.qq.com${close}`, { method: 'PUT' }))
  expect(headers.get('Allow')).toBe('POST')
})
