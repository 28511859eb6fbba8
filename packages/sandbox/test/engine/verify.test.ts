import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { catalog } from '../support/catalog.ts'
import { identity, now } from '../support/identity.ts'
import { openssl } from '../support/openssl.ts'
import { authorization, signed, signedParts, stringToSign } from '../support/request.ts'

const sandbox = createSandbox({ catalog, identity, now, strict: false })
const target = '/v3/pay/transactions/out-trade-no/20250102?mchid=1900000109'
const closing = '/v3/pay/transactions/out-trade-no/20250102/close'
const seconds = now() / 1000

async function refuse(request: Request) {
  const response = await sandbox.fetch(request)
  const body = await response.json()
  expect(response.status).toBe(401)
  expect(body.code).toBe('SIGN_ERROR')
  expect(body.detail.location).toBe('authorization')
  return { response, body, detail: body.detail }
}

test('accepts a request signed by the openssl command', async () => {
  const body = '{"mchid":"中文"}'
  const parts = { ...signedParts('POST', closing, body), signature: '' }
  const signature = openssl(['dgst', '-sha256', '-sign', 'key.pem'], { 'key.pem': identity.privateKey },
    stringToSign('POST', closing, body, parts)).toString('base64')
  const response = await sandbox.fetch(new Request(`https://api.mch.weixin.qq.com${closing}`, {
    method: 'POST', body, headers: { Authorization: authorization({ ...parts, signature }) },
  }))
  expect(response.status).toBe(204)
})

test('verifies the query as sent, with its escapes', async () => {
  const escaped = '/v3/pay/transactions/out-trade-no/%4frder%2a1?mchid=%31900%20+b'
  expect((await sandbox.fetch(signed('GET', escaped))).status).toBe(200)
})

test('expects a byte order mark in the signed body', async () => {
  const { detail } = await refuse(new Request(`https://api.mch.weixin.qq.com${closing}`, {
    method: 'POST',
    headers: { Authorization: authorization(signedParts('POST', closing, '{}')) },
    body: '\uFEFF{}',
  }))
  expect(detail.sign_message).toMatch(/\n\uFEFF\{\}\n$/)
})

test('shows placeholders in the expected string if Authorization is missing', async () => {
  const { body } = await refuse(new Request(`https://api.mch.weixin.qq.com${target}`))
  const message = `GET\n${target}\n{timestamp}\n{nonce_str}\n\n`
  expect(body).toEqual({
    code: 'SIGN_ERROR',
    message: 'Http头缺少Authorization',
    detail: {
      field: 'authorization',
      value: null,
      detail: { issue: 'header is missing' },
      sign_message: message,
      location: 'authorization',
      sign_information: {
        method: 'GET', url: target, truncated_sign_message: message, sign_message_length: message.length,
      },
    },
  })
})

const good = authorization(signedParts('GET', target, ''))

test.each([
  ['another scheme', good.replace('WECHATPAY2-SHA256-RSA2048', 'Bearer')],
  ['the SM2 scheme', good.replace('SHA256-RSA2048', 'SM2-WITH-SM3')],
  ['no nonce', good.replace(/nonce_str="\w+",/, '')],
  ['an empty nonce', good.replace(/nonce_str="\w+"/, 'nonce_str=""')],
  ['no signature', good.replace(/,signature="[^"]+"/, '')],
  ['only the scheme', 'WECHATPAY2-SHA256-RSA2048'],
])('refuses a malformed Authorization: %s', async (_, header) => {
  const request = new Request(`https://api.mch.weixin.qq.com${target}`, { headers: { Authorization: header } })
  const { detail, body } = await refuse(request)
  expect(detail).toMatchObject({ field: 'authorization', detail: { issue: 'header is malformed' }, value: header })
  expect(body.message).toMatch(/^Http头Authorization值格式错误/)
  expect(detail.sign_message).toBe(`GET\n${target}\n{timestamp}\n{nonce_str}\n\n`)
})

test.each([
  ['mchid', { mchid: '1230000109' }, 'mchid', `商户号有误，沙箱的商户号为 1900000109`],
  ['serial', { serial_no: 'ABCDEF' }, 'serial_no', `商户证书序列号有误，请使用签名私钥匹配的证书序列号 ${identity.serial}`],
  ['time: too old', { timestamp: String(seconds - 301) }, 'timestamp', /不得超过5分钟.*当前为 1735787045$/],
  ['time: too new', { timestamp: String(seconds + 301) }, 'timestamp', /不得超过5分钟/],
  ['time: in milliseconds', { timestamp: String(seconds * 1000) }, 'timestamp', /单位为秒/],
  ['time: not a number', { timestamp: 'now' }, 'timestamp', /单位为秒/],
])('refuses a wrong %s', async (_, change, field, message) => {
  const { detail, body } = await refuse(signed('GET', target, undefined, change))
  expect(detail.field).toBe(field)
  expect(detail.value).toBe(Object.values(change)[0])
  expect(body.message).toEqual(message instanceof RegExp ? expect.stringMatching(message) : message)
  const parts = signedParts('GET', target, '', change)
  expect(detail.sign_message).toBe(stringToSign('GET', target, '', parts))
})

test.each([-300, 300])('accepts a timestamp off by %d seconds', async (offset) => {
  const request = signed('GET', target, undefined, { timestamp: String(seconds + offset) })
  expect((await sandbox.fetch(request)).status).toBe(200)
})

const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' })
const byAnotherKey = openssl(['dgst', '-sha256', '-sign', 'key.pem'], { 'key.pem': otherKey },
  stringToSign('POST', closing, '{"mchid":"1900000109"}', signedParts('POST', closing, ''))).toString('base64')

interface Wrong { method: string, target: string, body: string, signature?: string }

test.each([
  ['the body was changed', closing, '{"mchid":"1900000109"}', { body: '{"mchid": "1900000109"}' }, 'body-re-serialised'],
  ['the query was changed', `${closing}?a=1`, '{}', { target: `${closing}?a=2` }, 'other-message'],
  ['the query was left out', `${closing}?a=1`, '{}', { target: closing }, 'query-left-out'],
  ['the host was signed', closing, '{}', { target: `https://api.mch.weixin.qq.com${closing}` }, 'host-included'],
  ['the method was changed', closing, '{}', { method: 'PUT' }, 'wrong-method'],
  ['another key signed', closing, '{"mchid":"1900000109"}', { signature: byAnotherKey }, 'other-key'],
  ['it is not base64', closing, '{}', { signature: '%E7%AD%BE' }, 'not-rsa'],
])('refuses a wrong signature: %s', async (_, sent, body, wrong, mistake) => {
  const { method, target, body: signedBody, ...change }: Wrong = { method: 'POST', target: sent, body, ...wrong }
  const parts = signedParts(method, target, signedBody, change)
  const { detail, body: refusal, response } = await refuse(new Request(`https://api.mch.weixin.qq.com${sent}`, {
    method: 'POST', body, headers: { Authorization: authorization(parts) },
  }))
  const expected = stringToSign('POST', sent, body, parts)
  expect(refusal.message).toBe('错误的签名，验签失败')
  expect(detail).toEqual({
    field: 'signature',
    value: parts.signature,
    detail: { issue: 'sign not match' },
    location: 'authorization',
    diagnosis: expect.any(String),
    mistake,
    sign_message: expected,
    sign_information: {
      method: 'POST',
      url: sent,
      truncated_sign_message: `${stringToSign('POST', sent, body.slice(0, 8), parts)}`,
      sign_message_length: expected.length,
    },
  })
  expect(response.headers.has('Wechatpay-Signature')).toBe(false)
})

test('accepts a signature of the expected string', async () => {
  const { detail } = await refuse(signed('POST', closing, '{"mchid":"1900000109"}', { signature: 'AAAA' }))
  const signature = openssl(['dgst', '-sha256', '-sign', 'key.pem'], { 'key.pem': identity.privateKey },
    detail.sign_message).toString('base64')
  expect((await sandbox.fetch(signed('POST', closing, '{"mchid":"1900000109"}', { signature }))).status).toBe(204)
})

test('reports the length of the expected string in bytes', async () => {
  const { detail } = await refuse(signed('POST', closing, '{"mchid":"商户"}', { signature: 'AAAA' }))
  expect(detail.sign_information.sign_message_length).toBe(Buffer.byteLength(detail.sign_message))
})

// The log in wechatpay-axios-plugin#58, and others of 2021 and 2025, show eight characters of a body.
test('shows the first characters of a body as production does', async () => {
  const { detail } = await refuse(signed('POST', closing, '{"商户":"1900000109"}', { signature: 'AAAA' }))
  expect(detail.sign_information.truncated_sign_message).toMatch(/\n\{"商户":"1\n$/)
})

test('truncates a very long expected string', async () => {
  const body = JSON.stringify({ mchid: '1'.repeat(1_000_000) })
  const { detail } = await refuse(signed('POST', closing, body, { signature: 'AAAA' }))
  expect(detail.sign_message).toHaveLength(10_000)
  expect(detail.sign_information.sign_message_length).toBeGreaterThan(1_000_000)
})

test('has a merchant key that openssl reads', () => {
  expect(createPrivateKey(identity.privateKey).asymmetricKeyDetails?.modulusLength).toBe(2048)
})
