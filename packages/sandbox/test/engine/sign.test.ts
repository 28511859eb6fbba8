import { expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { catalog } from '../support/catalog.ts'
import { flowCatalog } from '../support/flow-catalog.ts'
import { identity, now } from '../support/identity.ts'
import { openssl } from '../support/openssl.ts'
import { signed } from '../support/request.ts'

let made = 0
const random = (length: number) => String(made++).padStart(length, '0')
const sandbox = createSandbox({ catalog, identity, now, random, strict: false })

/** What `openssl dgst -verify` says of a response's signature, by the platform's key taken out of its certificate. */
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
  ['404', new Request('https://api.mch.weixin.qq.com/v3/没有')],
  ['405', new Request(`https://api.mch.weixin.qq.com${close}`)],
])('openssl verifies the signature of a %s', async (status, request) => {
  const response = await sandbox.fetch(request)
  expect(String(response.status)).toBe(status)
  expect(await verdict(response)).toBe('Verified OK')
})

test('a response names its time, nonce, serial, algorithm and id', async () => {
  made = 1
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

test('an address in an answer leads to where the request came in, and is signed so', async () => {
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

test('a 401 goes out unsigned', async () => {
  const { headers } = await sandbox.fetch(new Request('https://api.mch.weixin.qq.com/v3/certificates'))
  expect([...headers.keys()]).toEqual(['content-type', 'request-id'])
})

test('a 405 says what is allowed', async () => {
  const { headers } = await sandbox.fetch(new Request(`https://api.mch.weixin.qq.com${close}`, { method: 'PUT' }))
  expect(headers.get('Allow')).toBe('POST')
})
