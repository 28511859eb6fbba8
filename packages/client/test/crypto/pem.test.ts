import { expect, test } from 'vitest'
import { readPrivateKeyPem, readPublicKeyPem } from '../../src/crypto/pem.ts'
import { createKeyPair, openssl } from '../support/openssl.ts'

const { privateKey, publicKey, certificate } = createKeyPair()
const derOf = (pem: string) => new Uint8Array(Buffer.from(pem.replace(/-----.*-----/g, ''), 'base64'))

test('a private key', () => {
  expect(readPrivateKeyPem('privateKey', privateKey)).toEqual(derOf(privateKey))
})

test('a public key, as such or in a certificate', () => {
  expect(readPublicKeyPem('certs', publicKey)).toEqual(derOf(publicKey))
  expect(readPublicKeyPem('certs', certificate)).toEqual(derOf(publicKey))
})

test('text around it and other line ends do not matter', () => {
  const explained = openssl(['x509', '-text'], certificate).toString().replaceAll('\n', '\r\n')
  expect(readPublicKeyPem('certs', explained)).toEqual(derOf(publicKey))
  expect(readPublicKeyPem('certs', certificate.replace(/\n/g, ' '))).toEqual(derOf(publicKey))
})

const pkcs1 = openssl(['rsa', '-traditional'], privateKey).toString()
const encrypted = openssl(['pkcs8', '-topk8', '-passout', 'pass:x'], privateKey).toString()
const ec = openssl(['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']).toString()

test.each([
  ['a public key', publicKey, 'expected a PEM with "BEGIN PRIVATE KEY", got "BEGIN PUBLIC KEY"'],
  ['a certificate', certificate, 'got "BEGIN CERTIFICATE"'],
  ['PKCS#1', pkcs1, 'got "BEGIN RSA PRIVATE KEY", which is PKCS#1; convert it with "openssl pkcs8 -topk8 -nocrypt"'],
  ['an encrypted key', encrypted, 'got "BEGIN ENCRYPTED PRIVATE KEY", which is encrypted'],
  ['an elliptic-curve key', ec, 'the PEM holds no usable RSA key: the key is not an RSA key'],
  ['nothing', '', 'found no "BEGIN" line'],
  ['undefined', undefined, 'got undefined'],
  ['null', null, 'got null'],
  ['a Buffer', Buffer.from(privateKey), 'got object'],
  ['bare base64', 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC', 'found no "BEGIN" line'],
  ['line ends lost in an environment variable', privateKey.replaceAll('\n', '\\n'), 'the PEM is damaged'],
  ['a PEM without its end', privateKey.slice(0, 300), 'the PEM is damaged'],
  ['a PEM without its middle', privateKey.replace(/\n.*\n.*\n/, '\n'), 'the PEM holds no usable RSA key'],
])('%s for a private key', (_, pem, problem) => {
  expect(() => readPrivateKeyPem('privateKey', pem as string)).toThrow(problem)
  expect(() => readPrivateKeyPem('privateKey', pem as string)).toThrow(/^privateKey: (?!.*MII)/)
})

test('a private key where a public one is expected', () => {
  expect(() => readPublicKeyPem('certs["X"]', privateKey))
    .toThrow('certs["X"]: expected a PEM with "BEGIN CERTIFICATE" or "BEGIN PUBLIC KEY", got "BEGIN PRIVATE KEY"')
})

test('a long text of beginnings is refused at once', () => {
  expect(() => readPrivateKeyPem('privateKey', '-----BEGIN PRIVATE KEY-----'.repeat(100_000))).toThrow('damaged')
  expect(() => readPrivateKeyPem('privateKey', '-----BEGIN '.repeat(100_000))).toThrow('no "BEGIN" line')
})
