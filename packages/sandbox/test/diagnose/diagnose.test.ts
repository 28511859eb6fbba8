import {
  constants, createHash, createHmac, createSign, generateKeyPairSync, privateEncrypt, sign,
} from 'node:crypto'
import { expect, test } from 'vitest'
import { messageMistakes } from '../../src/diagnose/message-mistakes.ts'
import { signerMistakes } from '../../src/diagnose/signer.ts'
import { unexplainedMistakes } from '../../src/diagnose/unexplained.ts'
import { createSandbox } from '../../src/index.ts'
import { flowCatalog } from '../support/flow-catalog.ts'
import { identity, now } from '../support/identity.ts'
import { authorization } from '../support/request.ts'

const sandbox = createSandbox({ catalog: flowCatalog, identity, now, strict: false })
const timestamp = String(now() / 1000)
const nonce_str = '593BEC0C930BF1AFEB40B4A08C8FB242'
const origin = 'https://api.mch.weixin.qq.com'

/** The string to sign by the documentation, with the test's mistake in it. */
const message = (method: string, target: string, body = '', time = timestamp) =>
  `${method}\n${target}\n${time}\n${nonce_str}\n${body}\n`
const rsa = (text: string | Buffer, digest = 'RSA-SHA256', key = identity.privateKey) =>
  createSign(digest).update(text).sign(key)

interface Sent { method: string, target: string, body?: BodyInit, headers?: Record<string, string> }

/** Returns the detail of the 401 for a request with that signature. */
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

const search = '/v3/pay/transactions/out-trade-no/ORDER_A1?mchid=1900000109&note=%E7%9F%BF%E6%B3%89%20%2B'
const get = { method: 'GET', target: search }
const variable = { method: 'GET', target: '/v3/pay/transactions/out-trade-no/%E8%AE%A2%E5%8D%95?mchid=1900000109' }
const prepay = '/v3/pay/transactions/jsapi'
const order = { mchid: '1900000109', url: 'https://a.example/', description: '矿泉水', amount: { total: 1 } }
const json = JSON.stringify(order)
const lost = { method: 'POST', target: prepay, body: '', headers: { 'Content-Type': 'application/json' } }
const post = { method: 'POST', target: prepay, body: json }
const signed = message('GET', search)
const padding = constants.RSA_PKCS1_PSS_PADDING
const pss = (saltLength: number) =>
  sign('sha256', Buffer.from(signed), { key: identity.privateKey, padding, saltLength })
const sha256 = (text: string) => createHash('sha256').update(text)
const withMethod = (method: string) => rsa(message(method, prepay, json))
const withTarget = (target: string) => rsa(message('GET', target))
const withBody = (body: string) => rsa(message('POST', prepay, body))
const { amount, ...others } = order
const otherOrder = JSON.stringify({ amount, ...others })
const reversed = JSON.stringify(Object.fromEntries(Object.entries(order).sort().map(pair => pair)))
const python = json.replaceAll('":', '": ').replaceAll(',"', ', "')
const ascii = (text: string) => text.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16)}`)

const capitals = (escape: string) => escape.slice(0, 2) + escape.slice(2).toUpperCase()
const and = json.replace('example/', 'example/?a=1&b=2')
const withAnd = { ...post, body: and }
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

/** In GBK, by the code table of GB 18030: 矿 is BF F3, 泉 is C8 AA, 水 is CB AE. */
const gbk = (text: string) =>
  Buffer.concat(text.split('矿泉水').flatMap((part, index) => [Buffer.from(index ? 'bff3c8aacbae' : '', 'hex'), Buffer.from(part)]))

// Most signatures have a plus, but one may lack it.
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
  ['url-re-encoded', 'parameters in another order', get, withTarget(search.replace(/\?(.*)&(.*)/, '?$2&$1'))],
  ['trailing-slash', '', post, rsa(message('POST', `${prepay}/`, json))],
  ['body-left-out', '', post, withBody('')],
  ['body-re-serialised', 'sorted', post, withBody(reversed)],
  ['body-re-serialised', 'indented', post, withBody(JSON.stringify(order, null, 2))],
  ['body-re-serialised', 'with spaces, as Python', post, withBody(python)],
  ['body-re-serialised', 'in ASCII, as Python', post, withBody(ascii(python))],
  ['body-re-serialised', 'slashes and letters escaped, as PHP', post, withBody(ascii(json).replaceAll('/', '\\/'))],
  ['body-re-serialised', 'in ASCII with capitals', post, withBody(ascii(json).replace(/\\u..../g, capitals))],
  ['body-re-serialised', 'safe for HTML, as Go', withAnd, withBody(and.replace('&', '\\u0026'))],
  ['body-re-serialised', 'safe for HTML, as Gson', withAnd, withBody(and.replace('&', '\\u0026').replaceAll('=', '\\u003d'))],
  ['body-re-serialised', 'byte order mark only sent', { ...post, body: `\ufeff${json}` }, withBody(json)],
  ['body-re-serialised', 'byte order mark only signed', post, withBody(`\ufeff${json}`)],
  ['body-re-serialised', 'line end only sent', { ...post, body: `${json}\n` }, withBody(json)],
  ['other-charset', 'GBK', post, rsa(gbk(message('POST', prepay, json)))],
  ['other-charset', 'latin1 of Node', post, rsa(Buffer.from(message('POST', prepay, json), 'latin1'))],
  ['other-charset', 'ISO-8859-1', post, withBody(json.replace('矿泉水', '???'))],
  ['empty-body-written', 'the parameters', get, rsa(message('GET', search.split('?')[0]!, '{"mchid":"1900000109","note":"矿泉 +"}'))],
  ['empty-body-written', '{}', get, rsa(message('GET', search, '{}'))],
  ['empty-body-written', 'null', get, rsa(message('GET', search, 'null'))],
  ['last-newline-missing', '', post, rsa(message('POST', prepay, json).slice(0, -1))],
  ['last-newline-missing', 'of an empty body', get, rsa(signed.slice(0, -1))],
  ['last-newline-missing', 'four lines only', get, rsa(signed.slice(0, -2))],
  ['newline-too-many', '', get, rsa(`${signed}\n`)],
  ['crlf', '', get, rsa(signed.replaceAll('\n', '\r\n'))],
  ['newline-written-out', '', get, rsa(signed.replaceAll('\n', '\\n'))],
  ['timestamp-in-milliseconds', '', get, rsa(message('GET', search, '', `${timestamp}000`))],
  ['timestamp-in-milliseconds', 'as the clock has them', get, rsa(message('GET', search, '', `${timestamp}417`))],
  ['timestamp-taken-twice', 'by a retry', get, rsa(message('GET', search, '', String(now() / 1000 - 95)))],
  ['double-slash', 'signed', post, rsa(message('POST', `/${prepay}`, json))],
  ['url-re-encoded', 'a path variable encoded twice', variable, withTarget(variable.target.replaceAll('%', '%25'))],
  ['url-re-encoded', 'sent with a variable encoded twice', { ...variable, target: variable.target.replaceAll('%', '%25') }, withTarget(variable.target)],
  ['body-re-serialised', '1.0 signed', post, withBody(json.replace('"total":1', '"total":1.0'))],
  ['body-re-serialised', '1.0 sent', { ...post, body: json.replace('"total":1', '"total":1.0') }, withBody(json)],
  ['body-re-serialised', 'members in another order', post, withBody(otherOrder)],
  ['form-body', 'JSON signed', { ...post, body: 'mchid=1900000109&total=1' }, withBody('{"mchid":"1900000109","total":"1"}')],
  ['form-body', 'JSON with a number signed', { ...post, body: 'out_no=A1&total=1' }, withBody('{"out_no":"A1","total":1}')],
  ['json-twice', 'sent', { ...post, body: JSON.stringify(json) }, withBody(json)],
  ['json-twice', 'signed', post, withBody(JSON.stringify(json))],
  ['newline-too-many', 'after a body', post, rsa(`${message('POST', prepay, json)}\n`)],
  ['wrong-order', 'body before the time', post, rsa(`POST\n${prepay}\n${json}\n${timestamp}\n${nonce_str}\n`)],
  ['timestamp-taken-twice', '', get, rsa(message('GET', search, '', String(now() / 1000 - 1)))],
  ['method-lower-case', '', post, withMethod('post')],
  ['wrong-method', '', post, withMethod('GET')],
  ['wrong-order', 'nonce first', get, rsa(`GET\n${search}\n${nonce_str}\n${timestamp}\n\n`)],
  ['wrong-order', 'URL first', get, rsa(`${search}\nGET\n${timestamp}\n${nonce_str}\n\n`)],
  ['response-form', '', post, rsa(`${timestamp}\n${nonce_str}\n${json}\n`)],
  ['pss-padding', 'salt as long as the hash', get, pss(32)],
  ['pss-padding', 'salt of maximum length', get, pss(222)],
  ['other-hash', 'SHA-1', get, rsa(signed, 'RSA-SHA1')],
  ['other-hash', 'SHA-512', get, rsa(signed, 'RSA-SHA512')],
  ['other-hash', 'MD5', get, rsa(signed, 'RSA-MD5')],
  ['other-hash', 'no name before the hash', get, privateEncrypt(identity.privateKey, sha256(signed).digest())],
  ['hashed-twice', 'bytes', get, rsa(sha256(signed).digest())],
  ['hashed-twice', 'hexadecimal', get, rsa(sha256(signed).digest('hex'))],
  ['hashed-twice', 'base64', get, rsa(sha256(signed).digest('base64'))],
  ['base64-spelling', 'wrapped', get, rsa(signed).toString('base64').replace(/.{76}/g, '$& ')],
  ['base64-spelling', 'wrapped, line ends written out', get, rsa(signed).toString('base64').replace(/.{76}/g, '$&\\n')],
  ['base64-spelling', 'escaped as in a URL', get, encodeURIComponent(rsa(signed).toString('base64'))],
  ['base64-spelling', 'without padding', get, rsa(signed).toString('base64').replace(/=+$/, '')],
  ['base64url', '', post, rsa(message('POST', prepay, json)).toString('base64url')],
  ['hex-signature', '', get, rsa(signed).toString('hex')],
  ['encoded-twice', '', get, Buffer.from(rsa(signed).toString('base64')).toString('base64')],
  ['plus-lost', '', withPlus, base64Of(withPlus).replaceAll('+', ' ')],
  ['platform-key', '', get, rsa(signed, 'RSA-SHA256', identity.platform.privateKey)],
  ['signed-with-secret', 'base64', get, createHmac('sha256', identity.secret).update(signed).digest()],
  ['signed-with-secret', 'hex', get, createHmac('sha256', identity.secret).update(signed).digest('hex').toUpperCase()],
  ['not-rsa', 'MD5, as in APIv2', get, createHash('md5').update(signed).digest('hex').toUpperCase()],
  ['not-rsa', 'not base64', get, '!'],
  ['other-key', '', get, rsa(signed, 'RSA-SHA256', stranger)],
  ['not-utf-8', 'signed correctly', { ...post, body: gbk(json) }, withBody(json)],
  ['not-utf-8', 'signed as sent', { ...post, body: gbk(json) }, rsa(gbk(message('POST', prepay, json)))],
  ['other-message', 'another nonce', get, rsa(signed.replace(nonce_str, 'A'))],
  ['proxy-prefix', 'as in WxJava#3968', get, withTarget(`/gateway/wx${search}`)],
  ['body-lost', 'by an interceptor, as in wechatpay-axios-plugin#58', lost, withBody(json)],
  ['body-lost', 'with its type', { ...post, body: '' }, withBody(json)],
  ['form-body', 'but JSON signed, as in yansongda/pay#457', { ...post, body: 'mchid=1900000109&description=%E6%B0%B4' }, withBody(json)],
])('diagnoses %s %s', async (mistake, _, sent, signature) => {
  const detail = await refuse(sent, signature)
  expect(detail.mistake).toBe(mistake)
  expect(detail.diagnosis).toMatch(/^[^。]+。$/)
})

test.each(['body-lost', 'other-message'] as const)('does not blame the nonce for %s', (name) => {
  expect(unexplainedMistakes[name]).not.toContain('nonce_str')
})

test('diagnoses multipart-signed-whole', async () => {
  const body = '--x\r\nContent-Disposition: form-data; name="meta"\r\n\r\n{"filename":"a.png"}\r\n--x--\r\n'
  const target = '/v3/merchant-service/images/upload'
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
  const detail = await refuse({ method: 'POST', target, body, headers }, rsa(message('POST', target, body)))
  expect(detail.mistake).toBe('multipart-signed-whole')
})

test('diagnoses a timestamp in milliseconds in both header and signature', async () => {
  const { mchid, serial: serial_no } = identity
  const parts = { mchid, serial_no, nonce_str, timestamp: `${timestamp}123`, signature: 'AAAA' }
  const headers = { Authorization: authorization(parts) }
  const response = await sandbox.fetch(new Request(origin + search, { headers }))
  expect((await response.json()).detail.mistake).toBe('timestamp-in-milliseconds')
})

test('checks only key and hash, and tries no mistakes, for a body of 2 MB', async () => {
  const body = JSON.stringify({ ...order, description: '水'.repeat(700_000) })
  expect(await refuse({ ...post, body }, withBody(''))).toMatchObject({ mistake: 'other-message' })
})

test('has a unique name for every mistake in the string, and one sentence', () => {
  expect(new Set(messageMistakes.map(({ name }) => name)).size).toBe(messageMistakes.length)
  const others = Object.values({ ...signerMistakes, ...unexplainedMistakes })
  for (const explain of [...messageMistakes.map(({ explain }) => explain), ...others]) expect(explain).toMatch(/^[^。]+。$/)
})
