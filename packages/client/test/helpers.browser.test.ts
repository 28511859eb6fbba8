import { expect, it } from 'vitest'
import { encryptAesGcm } from '../src/crypto/index.ts'
import { createClient, isWebhookError } from '../src/index.ts'
import { createBrowserKeys } from './support/web-crypto.ts'
import { rfc7515 } from './support/rfc7515.ts'

const [merchant, platform] = await Promise.all([createBrowserKeys(), createBrowserKeys()])
const secret = 'an APIv3 key of just 32 bytes...'
const oaep = { name: 'RSA-OAEP', hash: 'SHA-1' }
const sha256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const options = {
  mchid: '1900000001', serial: 'ABC', privateKey: merchant.privatePem, certs: { PUB_KEY_ID_1: platform.publicPem }, secret,
}
const utf8 = new TextEncoder()
const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)))

it('encrypts for Chromium and decrypts its ciphertext', async () => {
  const wxpay = createClient(options)
  const theirs = await crypto.subtle.importKey('pkcs8', platform.pkcs8, oaep, false, ['decrypt'])
  const encrypted = await wxpay.encrypt('张三')
  const bytes = Uint8Array.from(atob(`${encrypted}`), character => character.charCodeAt(0))
  expect(new TextDecoder().decode(await crypto.subtle.decrypt(oaep, theirs, bytes))).toBe('张三')

  const ours = await crypto.subtle.importKey('spki', merchant.spki, oaep, false, ['encrypt'])
  expect(await wxpay.decrypt(base64(await crypto.subtle.encrypt(oaep, ours, utf8.encode('李四'))))).toBe('李四')
})

it('reads a notification from a Request, and refuses a changed one', async () => {
  const resource = { nonce: 'fdasfjihihih', associated_data: 'transaction', original_type: 'transaction' }
  const ciphertext = await encryptAesGcm({
    key: secret, nonce: resource.nonce, associatedData: resource.associated_data, plaintext: '{"out_trade_no":"1"}',
  })
  const body = JSON.stringify({ id: 'E', resource: { ...resource, ciphertext } })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const message = utf8.encode(`${timestamp}\nN\n${body}\n`)
  const headers = {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': 'N',
    'Wechatpay-Serial': 'PUB_KEY_ID_1',
    'Wechatpay-Signature': base64(await crypto.subtle.sign(sha256, platform.privateKey, message)),
  }
  const { webhook } = createClient(options)
  const request = (body: string) => new Request('https://merchant.example/', { method: 'POST', headers, body })
  expect(await webhook.parse(request(body))).toMatchObject({ id: 'E', resource: { out_trade_no: '1' } })
  await expect(webhook.parse(request(`${body} `))).rejects.toSatisfy(isWebhookError)
})

it('makes the same signature with a key in every form of a browser', async () => {
  const prepaid = { appid: 'wx8888888888888888', prepay_id: 'wx1' }
  const signatures = await Promise.all([
    merchant.privatePem, merchant.pkcs8, merchant.privateKey, await crypto.subtle.exportKey('jwk', merchant.privateKey),
  ].map(async (privateKey) => {
    const wxpay = createClient({ ...options, privateKey, now: () => 1_414_561_699_000, nonce: () => 'N' })
    return (await wxpay.payParams.jsapi(prepaid)).paySign
  }))
  const message = utf8.encode('wx8888888888888888\n1414561699\nN\nprepay_id=wx1\n')
  const expected = base64(await crypto.subtle.sign(sha256, merchant.privateKey, message))
  expect(new Set(signatures)).toEqual(new Set([expected]))
})

it('refuses a CryptoKey in a synchronous call', () => {
  const wxpay = createClient({ ...options, privateKey: merchant.privateKey })
  expect(() => wxpay.chain('v3/x').get()).toThrow('a CryptoKey works only in getAsync, postAsync, …')
})

it('reads the key of RFC 7515 as a JSON Web Key', async () => {
  const key = await crypto.subtle.importKey('jwk', rfc7515.key, sha256, false, ['sign'])
  expect(base64(await crypto.subtle.sign(sha256, key, utf8.encode(rfc7515.message)))).toBe(rfc7515.signature)
  expect(() => createClient({ ...options, privateKey: rfc7515.key })).not.toThrow()
})
