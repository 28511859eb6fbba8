import { constants, createHash, createHmac, createSign, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { mistakes } from '../../../src/engine/diagnose/mistakes.ts'
import { createSandbox } from '../../../src/index.ts'
import { flowCatalog } from '../../support/flow-catalog.ts'
import { identity, now } from '../../support/identity.ts'
import { authorization } from '../../support/request.ts'

const sandbox = createSandbox({ catalog: flowCatalog, identity, now })
const timestamp = String(now() / 1000)
const nonce_str = '593BEC0C930BF1AFEB40B4A08C8FB242'
const origin = 'https://api.mch.weixin.qq.com'

/** The string to sign, as the documentation has it, but for what a test gets wrong. */
const message = (method: string, target: string, body = '', time = timestamp) =>
  `${method}\n${target}\n${time}\n${nonce_str}\n${body}\n`
const rsa = (text: string, digest = 'RSA-SHA256', key = identity.privateKey) =>
  createSign(digest).update(text).sign(key)

interface Sent { method: string, target: string, body?: BodyInit, headers?: Record<string, string> }

/** The 401's detail for a request with that signature. */
async function refuse({ method, target, body, headers = {} }: Sent, signature: Buffer | string) {
  const parts = { mchid: identity.mchid, serial_no: identity.serial, nonce_str, timestamp }
  const value = typeof signature === 'string' ? signature : signature.toString('base64')
  const Authorization = authorization({ ...parts, signature: value })
  const response = await sandbox.fetch(new Request(origin + target, {
    method, body: body ?? null, headers: { ...headers, Authorization },
  }))
  expect(response.status).toBe(401)
  return (await response.json()).detail as { mistake?: string, diagnosis: string }
}

const search = '/v3/pay/transactions/out-trade-no/A1?mchid=1900000109&note=%E7%9F%BF%E6%B3%89%20%2B'
const get = { method: 'GET', target: search }
const prepay = '/v3/pay/transactions/jsapi'
const order = { mchid: '1900000109', url: 'https://a.example/', description: '矿泉水', amount: { total: 1 } }
const json = JSON.stringify(order)
const post = { method: 'POST', target: prepay, body: json }
const signed = message('GET', search)
const padding = constants.RSA_PKCS1_PSS_PADDING
const pss = (saltLength: number) =>
  sign('sha256', Buffer.from(signed), { key: identity.privateKey, padding, saltLength })
const sha256 = (text: string) => createHash('sha256').update(text)
const withMethod = (method: string) => rsa(message(method, prepay, json))
const withTarget = (target: string) => rsa(message('GET', target))
const withBody = (body: string) => rsa(message('POST', prepay, body))
const reversed = JSON.stringify(Object.fromEntries(Object.entries(order).sort().map(pair => pair)))
const python = json.replaceAll('":', '": ').replaceAll(',"', ', "')
const ascii = (text: string) => text.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16)}`)

// Hardly any signature lacks a plus, but one might.
const base64Of = ({ target }: Sent) => rsa(message('GET', target)).toString('base64')
const withPlus = Array.from({ length: 50 }, (_, n) => ({ method: 'GET', target: `/v3/certificates?n=${n}` }))
  .find(sent => base64Of(sent).includes('+'))!

test.each<[mistake: string, how: string, sent: Sent, signature: Buffer | string]>([
  ['query-left-out', '', get, withTarget(search.split('?')[0]!)],
  ['url-re-encoded', 'decoded', get, withTarget(decodeURIComponent(search))],
  ['url-re-encoded', 'as a form', get, withTarget(search.replace('%20', '+'))],
  ['url-re-encoded', 'lower-case escapes', get, withTarget(search.replace(/%../g, escape => escape.toLowerCase()))],
  ['host-included', 'the whole URL', get, withTarget(origin + search)],
  ['host-included', 'without the scheme', get, withTarget(`api.mch.weixin.qq.com${search}`)],
  ['leading-slash-missing', '', get, withTarget(search.slice(1))],
  ['body-left-out', '', post, withBody('')],
  ['body-re-serialised', 'sorted', post, withBody(reversed)],
  ['body-re-serialised', 'indented', post, withBody(JSON.stringify(order, null, 2))],
  ['body-re-serialised', 'with spaces, as Python', post, withBody(python)],
  ['body-re-serialised', 'in ASCII, as Python', post, withBody(ascii(python))],
  ['body-re-serialised', 'slashes and letters escaped, as PHP', post, withBody(ascii(json).replaceAll('/', '\\/'))],
  ['empty-body-written', '{}', get, rsa(message('GET', search, '{}'))],
  ['empty-body-written', 'null', get, rsa(message('GET', search, 'null'))],
  ['last-newline-missing', '', post, rsa(message('POST', prepay, json).slice(0, -1))],
  ['last-newline-missing', 'of an empty body', get, rsa(signed.slice(0, -1))],
  ['last-newline-missing', 'four lines only', get, rsa(signed.slice(0, -2))],
  ['newline-too-many', '', get, rsa(`${signed}\n`)],
  ['crlf', '', get, rsa(signed.replaceAll('\n', '\r\n'))],
  ['newline-written-out', '', get, rsa(signed.replaceAll('\n', '\\n'))],
  ['timestamp-in-milliseconds', '', get, rsa(message('GET', search, '', `${timestamp}000`))],
  ['method-lower-case', '', post, withMethod('post')],
  ['wrong-method', '', post, withMethod('GET')],
  ['wrong-order', 'nonce first', get, rsa(`GET\n${search}\n${nonce_str}\n${timestamp}\n\n`)],
  ['wrong-order', 'URL first', get, rsa(`${search}\nGET\n${timestamp}\n${nonce_str}\n\n`)],
  ['response-form', '', post, rsa(`${timestamp}\n${nonce_str}\n${json}\n`)],
  ['pss-padding', 'salt as long as the hash', get, pss(32)],
  ['pss-padding', 'salt as long as can be', get, pss(222)],
  ['other-hash', 'SHA-1', get, rsa(signed, 'RSA-SHA1')],
  ['other-hash', 'SHA-512', get, rsa(signed, 'RSA-SHA512')],
  ['hashed-twice', '', get, createSign('RSA-SHA256').update(sha256(signed).digest()).sign(identity.privateKey)],
  ['base64url', '', post, rsa(message('POST', prepay, json)).toString('base64url')],
  ['hex-signature', '', get, rsa(signed).toString('hex')],
  ['encoded-twice', '', get, Buffer.from(rsa(signed).toString('base64')).toString('base64')],
  ['plus-lost', '', withPlus, base64Of(withPlus).replaceAll('+', ' ')],
  ['platform-key', '', get, rsa(signed, 'RSA-SHA256', identity.platform.privateKey)],
  ['signed-with-secret', 'base64', get, createHmac('sha256', identity.secret).update(signed).digest()],
  ['signed-with-secret', 'hex', get, createHmac('sha256', identity.secret).update(signed).digest('hex').toUpperCase()],
])('%s %s', async (mistake, _, sent, signature) => {
  const detail = await refuse(sent, signature)
  expect(detail.mistake).toBe(mistake)
  expect(detail.diagnosis).toBe(mistakes.find(({ name }) => name === mistake)?.explain)
})

test('multipart-signed-whole', async () => {
  const body = '--x\r\nContent-Disposition: form-data; name="meta"\r\n\r\n{"filename":"a.png"}\r\n--x--\r\n'
  const target = '/v3/merchant-service/images/upload'
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
  const detail = await refuse({ method: 'POST', target, body, headers }, rsa(message('POST', target, body)))
  expect(detail.mistake).toBe('multipart-signed-whole')
})

test('a timestamp in milliseconds in header and signature alike', async () => {
  const { mchid, serial: serial_no } = identity
  const parts = { mchid, serial_no, nonce_str, timestamp: `${timestamp}123`, signature: 'AAAA' }
  const headers = { Authorization: authorization(parts) }
  const response = await sandbox.fetch(new Request(origin + search, { headers }))
  expect((await response.json()).detail.mistake).toBe('timestamp-in-milliseconds')
})

test('what is none of them is said to be none of them', async () => {
  const detail = await refuse(get, rsa('something else'))
  expect(detail).not.toHaveProperty('mistake')
  expect(detail.diagnosis).toMatch(/^没有找到与已知错误相符的原因/)
})

test('every mistake has a name of its own and one sentence', () => {
  expect(new Set(mistakes.map(({ name }) => name)).size).toBe(mistakes.length)
  for (const { explain } of mistakes) expect(explain).toMatch(/^[^。]+。$/)
})
