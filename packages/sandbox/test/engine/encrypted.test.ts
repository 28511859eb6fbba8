import { constants, generateKeyPairSync, privateDecrypt, publicEncrypt } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { catalog, field, json, operation } from '../support/catalog.ts'
import { identity, now } from '../support/identity.ts'
import { openssl } from '../support/openssl.ts'
import { authorization, signedParts } from '../support/request.ts'

const secret = field('name?', 'string', { encrypted: 'rsa' })
const rows = [field('type'), secret, field('people?', 'object[]', { children: [secret, field('note?')] })]
const operations = [
  ...catalog.operations,
  operation('POST', '/v3/people', { json: json(...rows) }, rows),
  operation('GET', '/v3/guides', { query: [field('type'), secret] }, [field('type'), secret]),
]
const open = (strict: boolean) => createSandbox({ catalog: { operations }, identity, now, strict })
const padding = constants.RSA_PKCS1_OAEP_PADDING
const { platform } = identity

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' }).toString()

/** Encrypts like a merchant, with Node's OpenSSL. */
const encrypt = (text: string, key = platform.certificate) =>
  publicEncrypt({ key, padding, oaepHash: 'sha1' }, Buffer.from(text)).toString('base64')
const decrypt = (text: string) =>
  privateDecrypt({ key: identity.privateKey, padding, oaepHash: 'sha1' }, Buffer.from(text, 'base64')).toString()

async function send(body: object, { strict = true, serial = platform.serial as string | null } = {}) {
  const text = JSON.stringify(body)
  const headers = new Headers({ Authorization: authorization(signedParts('POST', '/v3/people', text)) })
  if (serial !== null) headers.set('Wechatpay-Serial', serial)
  const response = await open(strict).fetch(new Request('https://api.mch.weixin.qq.com/v3/people', {
    method: 'POST', headers, body: text,
  }))
  return { status: response.status, serial: response.headers.get('Wechatpay-Serial'), body: await response.json() }
}

test('decrypts fields of the request and encrypts them for the merchant in the response', async () => {
  const { status, body } = await send({
    type: 'A', name: encrypt('张三'), people: [{ name: encrypt('李四', platform.publicKey), note: 'plain' }],
  })
  expect(status).toBe(200)
  expect(decrypt(body.name)).toBe('张三')
  expect(decrypt(body.people[0].name)).toBe('李四')
  expect([body.type, body.people[0].note]).toEqual(['A', 'plain'])
})

test('accepts the platform\'s public key instead of its certificate, and names it in the response', async () => {
  const { status, serial } = await send({ type: 'A', name: encrypt('张三') }, { serial: platform.publicKeyId })
  expect([status, serial]).toEqual([200, platform.publicKeyId])
})

test.each([
  ['plain text', { name: '张三' }, '/name'],
  ['plain text in a list', { people: [{ name: encrypt('李四') }, { name: '王五' }] }, '/people/1/name'],
])('refuses %s if strict, and names the field', async (_, members, pointer) => {
  const { status, body } = await send({ type: 'A', ...members })
  expect([status, body.code]).toEqual([400, 'PARAM_ERROR'])
  expect(body.message).toContain(`“/body${pointer}”校验失败，解密失败`)
  expect(body.detail).toMatchObject({ field: pointer, location: 'body', value: null })
})

const oaep = (key: string, oaepHash: string) => publicEncrypt({ key, padding, oaepHash }, Buffer.from('张三'))
const javaOptions = ['rsa_padding_mode:oaep', 'rsa_oaep_md:sha256', 'rsa_mgf1_md:sha1'].flatMap(option => ['-pkeyopt', option])
const asJava = openssl(['pkeyutl', '-encrypt', '-pubin', '-inkey', 'key.pem', ...javaOptions], { 'key.pem': platform.publicKey }, '张三')
const pkcs1 = { key: platform.certificate, padding: constants.RSA_PKCS1_PADDING }
const right = oaep(platform.certificate, 'sha1')
// Its spelling differs from base64 only if it has one of two characters.
const withDash = Array.from({ length: 20 }, () => oaep(platform.certificate, 'sha1')).find(bytes => /[-_]/.test(bytes.toString('base64url')))!

test.each([
  ['merchant-certificate', 'as in wechatpay-java#234', oaep(identity.certificate, 'sha1').toString('base64'), /这是用商户API证书加密的/],
  ['other-platform-key', '', oaep(identity.nextPlatform!.certificate, 'sha1').toString('base64'), /Wechatpay-Serial/],
  ['oaep-sha256', '', oaep(platform.certificate, 'sha256').toString('base64'), /SHA-1/],
  ['oaep-sha256', 'masked with SHA-1, as by Java', asJava.toString('base64'), /SHA-1/],
  ['pkcs1-padding', '', publicEncrypt(pkcs1, Buffer.from('张三')).toString('base64'), /RSAES-OAEP/],
  ['hex-ciphertext', '', right.toString('hex'), /Base64/],
  ['ciphertext-encoded-twice', '', Buffer.from(right.toString('base64')).toString('base64'), /只编码一次/],
  ['base64url-ciphertext', '', withDash.toString('base64url'), /标准 Base64/],
  ['not-encrypted', '', '张三', /明文/],
  ['not-encrypted', 'a telephone number', '13800138000', /明文/],
  ['other-encryption', 'for nobody we know', oaep(stranger, 'sha1').toString('base64'), /RSAES-OAEP/],
])('names the mistake in an encrypted field: %s %s', async (mistake, _, name, message) => {
  const { status, body } = await send({ type: 'A', name })
  expect([status, body.detail.mistake]).toEqual([400, mistake])
  expect(body.message).toMatch(/^输入源“\/body\/name”校验失败，解密失败，/)
  expect(body.message).toMatch(message)
})

test.each([['missing', null], ['empty', ''], ['unknown', '0000']])('refuses a request with encrypted fields if its Wechatpay-Serial is %s', async (_, serial) => {
  const { status, body } = await send({ type: 'A', name: encrypt('张三') }, { serial })
  expect(status).toBe(400)
  expect(body.message).toContain(`须为平台证书序列号 ${platform.serial}`)
  expect(body.detail).toMatchObject({ field: '/Wechatpay-Serial', location: 'header', value: serial })
})

test.each([
  ['missing', null], ['empty, as gopay and the automatic certificates of wechatpay-java send it', ''],
  ['of an unknown certificate', '0'.repeat(40)],
  ['the merchant\'s', identity.serial],
])('ignores a serial that is %s if nothing is encrypted, and signs with the certificate', async (_, serial) => {
  expect(await send({ type: 'A' }, { serial })).toMatchObject({ status: 200, serial: platform.serial })
})

test('accepts fields encrypted for the platform\'s next certificate', async () => {
  const next = identity.nextPlatform!
  const { status, body } = await send({ type: 'A', name: encrypt('张三', next.certificate) }, { serial: next.serial })
  expect([status, decrypt(body.name)]).toEqual([200, '张三'])
  expect((await send({ type: 'A', name: encrypt('张三') }, { serial: next.serial })).status).toBe(400)
})

test('accepts plain text if lenient', async () => {
  const { body } = await send({ type: 'A', name: '张三' }, { strict: false, serial: null })
  expect(decrypt(body.name)).toBe('张三')
})

test('decrypts the query too, and encrypts it in the response', async () => {
  const query = new URLSearchParams({ type: 'A', name: encrypt('张三') })
  const url = `/v3/guides?${query}`
  const headers = { 'Authorization': authorization(signedParts('GET', url, '')), 'Wechatpay-Serial': platform.serial }
  const response = await open(true).fetch(new Request(`https://api.mch.weixin.qq.com${url}`, { headers }))
  expect(response.status).toBe(200)
  expect(decrypt((await response.json()).name)).toBe('张三')

  const plain = '/v3/guides?type=A&name=x'
  const refused = await open(true).fetch(new Request(`https://api.mch.weixin.qq.com${plain}`, {
    headers: { ...headers, Authorization: authorization(signedParts('GET', plain, '')) },
  }))
  expect([refused.status, (await refused.json()).message]).toEqual([400, expect.stringContaining('“/query/name”校验失败，解密失败')])
})

test('returns text unchanged if it is too long to be encrypted', async () => {
  const foreign = 'A'.repeat(344)
  const { status, body } = await send({ type: 'A', name: foreign }, { strict: false })
  expect([status, body.name]).toEqual([200, foreign])
})
