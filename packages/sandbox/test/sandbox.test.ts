import { fc, fuzz, runs } from '../../../test/support/fuzz.ts'
import { expect, test } from 'vitest'
import { createSandbox } from '../src/index.ts'
import { catalog } from './support/catalog.ts'
import { identity, now } from './support/identity.ts'
import { authorization, signed, signedParts } from './support/request.ts'

const sandbox = createSandbox({ catalog, identity, now, strict: false })
const origin = 'https://api.mch.weixin.qq.com'

/** Whether a response to a request with a wrong signature is unsigned, in WeChat Pay's format. */
async function isValid(response: Response): Promise<boolean> {
  const text = await response.text()
  const body = response.status === 204 ? undefined : JSON.parse(text) as { code?: string }
  if (response.headers.has('Wechatpay-Signature')) return false
  return response.status === 401 ? body?.code === 'SIGN_ERROR' : [400, 404, 405].includes(response.status)
}

const fill = (path: string, value: string) => path.replace(/\{\w+\}/, () => encodeURIComponent(value))
const paths = catalog.operations.map(({ path }) => path)
const target = fc.oneof(
  fc.webPath().map(path => `/${path}`),
  fc.tuple(fc.constantFrom(...paths), fc.string({ unit: 'binary' }), fc.webQueryParameters())
    .map(([path, value, query]) => `${fill(path, value.toWellFormed())}?${query}`),
)
const method = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND')
const header = fc.oneof(
  fc.constant(undefined),
  fc.uint8Array().map(bytes => String.fromCharCode(...bytes.filter(byte => byte > 31 && byte !== 127))),
  fc.record({
    mchid: fc.oneof(fc.constant(identity.mchid), fc.base64String()),
    serial_no: fc.oneof(fc.constant(identity.serial), fc.base64String()),
    nonce_str: fc.base64String(),
    timestamp: fc.oneof(fc.constant(String(now() / 1000)), fc.double().map(String)),
    signature: fc.base64String(),
  }).map(authorization),
)
const bytes = fc.uint8Array({ maxLength: 200 })

test('responds to random bytes as method, path, header and body', async () => {
  await fuzz(fc.asyncProperty(method, target, header, bytes, async (method, target, header, bytes) => {
    const body = method === 'GET' || method === 'HEAD' ? null : bytes as Uint8Array<ArrayBuffer>
    const headers: HeadersInit = header === undefined ? {} : { Authorization: header }
    const response = await sandbox.fetch(new Request(origin + target, { method, headers, body }))
    expect(await isValid(response)).toBe(true)
  }), { numRuns: runs(500) })
})

test('responds 200, 204 or 400 to any signed JSON', async () => {
  const posts = catalog.operations.filter(({ method }) => method === 'POST')
  const post = fc.constantFrom(...posts.map(({ path }) => fill(path, 'ORDER_A1')))
  await fuzz(fc.asyncProperty(post, fc.json({ maxDepth: 5 }), async (target, body) => {
    expect([200, 204, 400]).toContain((await sandbox.fetch(signed('POST', target, body))).status)
  }), { numRuns: runs(300) })
})

test('responds 200 or 400 to any signed values of known fields', async () => {
  const value = fc.jsonValue({ maxDepth: 2 })
  const body = fc.record({
    appid: value, mchid: value, out_trade_no: value, support_fapiao: value,
    amount: fc.oneof(value, fc.record({ total: value }, { requiredKeys: [] })),
    detail: fc.oneof(value, fc.record({ goods_detail: fc.array(fc.record({ quantity: value })) })),
  }, { requiredKeys: [] })
  await fuzz(fc.asyncProperty(body, async (body) => {
    expect([200, 400]).toContain((await sandbox.fetch(signed('POST', '/v3/pay/transactions/jsapi', body))).status)
  }), { numRuns: runs(300) })
})

test('refuses a body that breaks off', async () => {
  const body = new ReadableStream({ pull: controller => controller.error(new Error('connection lost')) })
  const init = { method: 'POST', body, duplex: 'half' }
  const response = await sandbox.fetch(new Request(`${origin}/v3/refund/domestic/refunds`, init))
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({
    code: 'PARAM_ERROR',
    message: '请求体未能完整读取',
    detail: { field: '', value: null, issue: '请求体未能完整读取', location: 'body' },
  })
})

test('refuses a request whose body is already used', async () => {
  const request = signed('POST', '/v3/refund/domestic/refunds', {})
  await request.text()
  expect((await sandbox.fetch(request)).status).toBe(400)
})

test('never responds with key material', async () => {
  const { platform } = identity
  const pems = [identity.privateKey, identity.certificate, platform.privateKey, platform.certificate]
  const lines = pems.flatMap(pem => pem.split('\n')).filter(line => line.length === 64)
  expect(lines.length).toBeGreaterThan(50)
  const secrets = [identity.secret, ...lines]
  const close = '/v3/pay/transactions/out-trade-no/ORDER_A1/close'
  const requests = [
    signed('GET', '/v3/certificates'),
    signed('GET', '/v3/pay/transactions/out-trade-no/ORDER_A1?mchid=1900000109'),
    signed('POST', close, {}),
    signed('POST', close, '{'),
    signed('GET', '/v3/certificates', undefined, { mchid: '1' }),
    signed('GET', '/v3/certificates', undefined, { serial_no: '1' }),
    signed('GET', '/v3/certificates', undefined, { timestamp: '1' }),
    signed('GET', '/v3/certificates', undefined, { signature: 'AAAA' }),
    new Request(`${origin}/v3/certificates`),
    new Request(`${origin}/v3/certificates`, { method: 'POST' }),
    new Request(origin),
  ]
  for (const request of requests) {
    const response = await sandbox.fetch(request)
    const sent = JSON.stringify([...response.headers]) + await response.text()
    expect(secrets.filter(secret => sent.includes(secret))).toEqual([])
  }
})

test('rejects if a key of its identity is invalid, without showing the key', async () => {
  const broken = createSandbox({ catalog, identity: { ...identity, certificate: identity.privateKey }, now })
  await expect(broken.fetch(signed('GET', '/v3/certificates'))).rejects.toThrow(/^publicKey: is a private key; expected a certificate or a public key$/)
})

test('opens again after its keys could not be read', async () => {
  const mended = { ...identity, certificate: 'none' }
  const { fetch } = createSandbox({ catalog, identity: mended, now })
  await expect(fetch(signed('GET', '/v3/certificates'))).rejects.toThrow(/^publicKey: /)
  mended.certificate = identity.certificate
  expect((await fetch(signed('GET', '/v3/certificates'))).status).toBe(200)
})

test('uses the platform\'s clock and randomness by default', async () => {
  const parts = signedParts('GET', '/v3/certificates', '', { timestamp: String(Math.floor(Date.now() / 1000)) })
  const headers = { Authorization: authorization(parts) }
  const response = await createSandbox({ catalog, identity, strict: false }).fetch(new Request(`${origin}/v3/certificates`, { headers }))
  expect(response.status).toBe(200)
  expect(response.headers.get('Wechatpay-Nonce')).toMatch(/^[A-Z2-7]{32}$/)
})
