import { createPrivateKey, createPublicKey, createSecretKey, X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readPrivateKey, readPublicKey } from '../../src/crypto/key-input.ts'
import { createKeyPair, openssl, scratchFile } from '../support/openssl.ts'
import { rfc7515 } from '../support/rfc7515.ts'

const { privateKey, publicKey, certificate } = createKeyPair()
const derOf = (pem: string) => new Uint8Array(Buffer.from(pem.replace(/-----.*-----/g, ''), 'base64'))
const traditional = openssl(['rsa', '-traditional'], privateKey).toString()
const traditionalPublic = openssl(['rsa', '-RSAPublicKey_out'], privateKey).toString()
const encrypted = openssl(['pkcs8', '-topk8', '-passout', 'pass:x'], privateKey).toString()
const ec = openssl(['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']).toString()
/** As openssl prints it, with a leading zero byte. */
const modulus = openssl(['rsa', '-noout', '-modulus'], privateKey).toString().trim().replace('Modulus=', '00').toLowerCase()
const rsaSsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const importKey = (use: KeyUsage, algorithm: RsaHashedImportParams = rsaSsa) => use === 'sign' || use === 'decrypt'
  ? crypto.subtle.importKey('pkcs8', derOf(privateKey), algorithm, false, [use])
  : crypto.subtle.importKey('spki', derOf(publicKey), algorithm, false, [use])

it.each<[string, unknown]>([
  ['PKCS#8 PEM', privateKey],
  ['PKCS#1 PEM', traditional],
  ['PKCS#8 DER', derOf(privateKey)],
  ['PKCS#1 DER', Buffer.from(derOf(traditional))],
  ['DER in an ArrayBuffer', derOf(privateKey).buffer],
  ['a PEM file read without encoding', Buffer.from(privateKey)],
  ['KeyObject', createPrivateKey(privateKey)],
  ['JSON Web Key', createPrivateKey(privateKey).export({ format: 'jwk' })],
])('reads a private key as %s', (_, key) => {
  expect(readPrivateKey('privateKey', key)).toEqual({ key: derOf(privateKey), modulus })
})

it.each<[string, unknown, boolean]>([
  ['SubjectPublicKeyInfo PEM', publicKey, false],
  ['PKCS#1 PEM', traditionalPublic, false],
  ['DER', derOf(publicKey), false],
  ['certificate PEM', certificate, true],
  ['certificate DER', derOf(certificate), true],
  ['X509Certificate', new X509Certificate(certificate), true],
  ['KeyObject', createPublicKey(publicKey), false],
  ['JSON Web Key', createPublicKey(publicKey).export({ format: 'jwk' }), false],
])('reads a public key as %s', (_, input, isCertificate) => {
  const { key, serial, ...rest } = readPublicKey('certs', input)
  expect(key).toEqual(derOf(publicKey))
  expect(rest).toEqual({ modulus })
  expect(serial).toBe(isCertificate ? new X509Certificate(certificate).serialNumber : undefined)
})

it('reads the JSON Web Key of RFC 7515 as node:crypto does', () => {
  const pkcs8 = createPrivateKey({ key: rfc7515.key, format: 'jwk' }).export({ type: 'pkcs8', format: 'der' })
  expect(readPrivateKey('privateKey', rfc7515.key).key).toEqual(new Uint8Array(pkcs8))
})

it('returns a CryptoKey unchanged', async () => {
  const [signing, verifying] = await Promise.all([importKey('sign'), importKey('verify')])
  expect(readPrivateKey('privateKey', signing)).toEqual({ key: signing })
  expect(readPublicKey('certs', verifying)).toEqual({ key: verifying })
})

describe('names an unusable key, without its content', () => {
  const refused = 'expected a private key'
  it.each<[string, unknown, string]>([
    ['a public key', publicKey, `is a public key; ${refused}`],
    ['a public key in PKCS#1', traditionalPublic, `is a public key; ${refused}`],
    ['a public KeyObject', createPublicKey(publicKey), `is a public key; ${refused}`],
    ['a public JSON Web Key', createPublicKey(publicKey).export({ format: 'jwk' }), `is a public key; ${refused}`],
    ['a certificate', certificate, `is a certificate; ${refused}`],
    ['an encrypted key', encrypted, 'the key is encrypted; decrypt it with "openssl pkey"'],
    ['an encrypted key as DER', derOf(encrypted), 'the key is encrypted'],
    ['an elliptic-curve key', ec, 'expected an RSA key: the key is not an RSA key'],
    ['a traditional elliptic-curve key', openssl(['ec'], ec).toString(), 'expected an RSA key'],
    ['an elliptic-curve JSON Web Key', createPrivateKey(ec).export({ format: 'jwk' }), 'expected a JSON Web Key whose "kty" is "RSA"'],
    ['a JSON Web Key without its primes', { ...rfc7515.key, p: undefined }, 'the "p" of the JSON Web Key is missing or invalid'],
    ['a damaged key', privateKey.replace(/\n.*\n.*\n/, '\n'), 'expected an RSA key: '],
    ['a file of another kind', Buffer.from('{}'), 'expected a PEM'],
    ['undefined', undefined, 'expected a key as PEM, DER, KeyObject, CryptoKey or JSON Web Key, got undefined'],
    ['null', null, 'got null'],
    ['a number', 1, 'got a number'],
  ])('refuses %s for a private key', (_, key, problem) => {
    expect(() => readPrivateKey('privateKey', key)).toThrow(`privateKey: ${problem}`.replace('privateKey: got', 'got'))
    expect(() => readPrivateKey('privateKey', key)).toThrow(/^privateKey: (?!.*MII)/)
  })

  it('refuses a symmetric KeyObject', () => {
    expect(() => readPrivateKey('privateKey', createSecretKey(Buffer.alloc(32)))).toThrow('privateKey: expected a key')
  })

  it('refuses a private key for a public one', () => {
    const problem = 'certs["X"]: is a private key; expected a certificate or a public key'
    for (const key of [privateKey, traditional, createPrivateKey(privateKey)]) {
      expect(() => readPublicKey('certs["X"]', key)).toThrow(problem)
    }
  })

  it('refuses a CryptoKey with another use', async () => {
    const wanted = 'expected a CryptoKey to sign with RSASSA-PKCS1-v1_5 and SHA-256'
    expect(() => readPrivateKey('privateKey', verifying)).toThrow(wanted)
    expect(() => readPrivateKey('privateKey', sha1)).toThrow(wanted)
    expect(() => readPrivateKey('privateKey', pss)).toThrow(wanted)
  })
})

const [verifying, sha1, pss] = await Promise.all([
  importKey('verify'), importKey('sign', { ...rsaSsa, hash: 'SHA-1' }), importKey('sign', { name: 'RSA-PSS', hash: 'SHA-256' }),
])

it('refuses a certificate that is followed by its key', () => {
  const bundle = openssl(['x509', '-in', scratchFile(certificate)]).toString() + privateKey
  expect(() => readPrivateKey('privateKey', bundle)).toThrow('is a certificate; expected a private key')
})
