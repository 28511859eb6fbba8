import { constants, createHash, createPrivateKey, privateDecrypt, publicEncrypt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readPrivateKey, readPublicKey } from '../../src/crypto/key-input.ts'
import { decrypt, encrypt } from '../../src/crypto/oaep.ts'
import { createPrivateKey as createKey } from '../../src/crypto/private-key.ts'
import { createPublicKey } from '../../src/crypto/public-key.ts'
import { createKeyPair, openssl, scratchFile } from '../support/openssl.ts'
import { Rsa } from '../support/published-client.ts'

const [pair, other] = [createKeyPair(), createKeyPair()]
const publicKeyOf = (pem: string) => createPublicKey(readPublicKey('certs', pem).key)
const certs = new Map([['PUB_KEY_ID_1', publicKeyOf(pair.publicKey)], ['AB12', publicKeyOf(other.certificate)]])
const privateKey = createKey(readPrivateKey('privateKey', pair.privateKey).key)
const text = '张三 13800138000'
const oaep = ['-pkeyopt', 'rsa_padding_mode:oaep', '-pkeyopt', 'rsa_oaep_md:sha1', '-pkeyopt', 'rsa_mgf1_md:sha1']

describe('a ciphertext of encrypt()', () => {
  it('is decrypted by openssl', async () => {
    const ciphertext = Buffer.from(String(await encrypt({ certs }, text)), 'base64')
    const output = openssl(['pkeyutl', '-decrypt', '-inkey', scratchFile(pair.privateKey), ...oaep], ciphertext)
    expect(output.toString()).toBe(text)
  })

  it('is decrypted by the published client', async () => {
    expect(Rsa.decrypt(String(await encrypt({ certs }, text)), pair.privateKey)).toBe(text)
  })
})

it.each<[string, () => string]>([
  ['openssl', () => openssl(['pkeyutl', '-encrypt', '-pubin', '-inkey', scratchFile(pair.publicKey), ...oaep], text).toString('base64')],
  ['the published client', () => Rsa.encrypt(text, pair.publicKey)],
])('decrypts the ciphertext of %s', async (_, ciphertext) => {
  expect(await decrypt({ privateKey }, ciphertext())).toBe(text)
})

it('uses the padding of RFC 8017 with SHA-1: an empty label hashes to da39a3ee', async () => {
  const ciphertext = Buffer.from(String(await encrypt({ certs }, '')), 'base64')
  const block = privateDecrypt({ key: pair.privateKey, padding: constants.RSA_NO_PADDING }, ciphertext)
  const hash = (seed: Buffer, counter: number) =>
    createHash('sha1').update(seed).update(Buffer.from([0, 0, 0, counter])).digest()
  const mgf1 = (seed: Buffer, length: number) =>
    Buffer.concat([...Array(Math.ceil(length / 20)).keys()].map(at => hash(seed, at))).subarray(0, length)
  const xor = (a: Buffer, b: Buffer) => Buffer.from(a.map((byte, at) => byte ^ b[at]!))
  const [maskedSeed, maskedData] = [block.subarray(1, 21), block.subarray(21)]
  const data = xor(maskedData, mgf1(xor(maskedSeed, mgf1(maskedData, 20)), maskedData.length))
  expect(data.subarray(0, 20).toString('hex')).toBe('da39a3ee5e6b4b0d3255bfef95601890afd80709')
})

describe('the key', () => {
  it('is a public key, else the newest certificate, or the requested one', async () => {
    expect((await encrypt({ certs }, text)).serial).toBe('PUB_KEY_ID_1')
    expect((await encrypt({ certs }, text, 'AB12')).serial).toBe('AB12')
    const downloaded = new Map([...certs].slice(1).concat([['CD34', publicKeyOf(pair.certificate)]]))
    expect((await encrypt({ certs: downloaded }, text)).serial).toBe('CD34')
  })

  it('must be known', async () => {
    await expect(encrypt({ certs }, text, 'X')).rejects.toThrow('serial: "X" is not in certs')
    await expect(encrypt({ certs: new Map() }, text)).rejects.toHaveProperty('name', 'ArgumentError')
  })

  it('must not be a CryptoKey that signs', async () => {
    const key = await crypto.subtle.importKey('pkcs8', createPrivateKey(pair.privateKey).export({ type: 'pkcs8', format: 'der' }),
      { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['sign'])
    await expect(decrypt({ privateKey: createKey(key) }, 'AAAA')).rejects.toThrow('privateKey: this CryptoKey cannot decrypt')
  })
})

it('refuses a text that is too long without showing it', async () => {
  expect(String(await encrypt({ certs }, 'x'.repeat(214)))).toHaveLength(344)
  await expect(encrypt({ certs }, '用'.repeat(72))).rejects
    .toMatchObject({ message: 'text: has 216 bytes; this key encrypts at most 214', name: 'ArgumentError' })
  await expect(encrypt({ certs }, 1 as unknown as string)).rejects.toThrow('text: expected a string, got a number')
})

it.each([
  ['of another key', () => publicEncrypt({ key: other.publicKey, oaepHash: 'sha1' }, Buffer.from(text)).toString('base64')],
  ['with another hash', () => publicEncrypt({ key: pair.publicKey, oaepHash: 'sha256' }, Buffer.from(text)).toString('base64')],
  ['of no key', () => 'AAAA'], ['that is empty', () => ''], ['that is not base64', () => '%'],
])('throws a DecryptionError for a ciphertext %s', async (_, ciphertext) => {
  await expect(decrypt({ privateKey }, ciphertext())).rejects.toHaveProperty('name', 'DecryptionError')
})
