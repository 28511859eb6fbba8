import { createPrivateKey } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { importPrivateKey, importPublicKey, sign, verify } from '../../src/crypto/index.ts'
import { createKeyPair } from '../support/openssl.ts'
import { rfc7515 } from '../support/rfc7515.ts'

const pair = createKeyPair()
const message = 'POST\n/v3/pay\n1700000000\nnonce\n{"reason":"用户投诉"}\n'
let privateKey: CryptoKey
let publicKey: CryptoKey
beforeAll(async () => {
  privateKey = await importPrivateKey(pair.privateKey)
  publicKey = await importPublicKey(pair.publicKey)
})

it('makes the signature of RFC 7515', async () => {
  const pem = createPrivateKey({ key: rfc7515.key, format: 'jwk' }).export({ type: 'pkcs8', format: 'pem' })
  expect(await sign(await importPrivateKey(String(pem)), rfc7515.message)).toBe(rfc7515.signature)
})

it('makes the same signature as openssl, and each verifies the other', async () => {
  const signature = await sign(privateKey, message)
  expect(signature).toBe(pair.sign(message))
  expect(pair.verify(message, signature)).toBe(true)
  expect(await verify(publicKey, message, pair.sign(message))).toBe(true)
})

it('verifies with a certificate as with its public key', async () => {
  expect(await verify(await importPublicKey(pair.certificate), message, pair.sign(message))).toBe(true)
})

it.each([
  ['empty', () => ''],
  ['not base64', () => '!!!'],
  ['too short', () => 'Zm9v'],
  ['a probe', (right: string) => `WECHATPAY/SIGNTEST/${right}`],
  ['spelled otherwise', (right: string) => `${right}\n`],
  ['of another key', () => createKeyPair().sign(message)],
  ['one bit off', (right: string) => (right.startsWith('A') ? 'B' : 'A') + right.slice(1)],
])('does not verify a signature that is %s', async (_, change) => {
  expect(await verify(publicKey, message, change(pair.sign(message)))).toBe(false)
})

it('does not verify the signature of another message', async () => {
  expect(await verify(publicKey, message, pair.sign(`${message} `))).toBe(false)
})

it('refuses a PEM of the wrong kind', async () => {
  await expect(importPrivateKey(pair.publicKey)).rejects.toMatchObject({ name: 'ArgumentError', argument: 'privateKey' })
  await expect(importPublicKey(pair.privateKey)).rejects.toMatchObject({ name: 'ArgumentError', argument: 'publicKey' })
})

it('imports keys that are not extractable', async () => {
  await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow()
})
