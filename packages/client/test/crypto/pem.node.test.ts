import { expect, it } from 'vitest'
import { readPem } from '../../src/crypto/pem.ts'
import { createKeyPair, openssl } from '../support/openssl.ts'

const { privateKey, certificate } = createKeyPair(1024)
const derOf = (pem: string) => new Uint8Array(Buffer.from(pem.replace(/-----.*-----/g, ''), 'base64'))

it('decodes a PEM', () => {
  expect(readPem('privateKey', privateKey)).toEqual(derOf(privateKey))
  expect(readPem('certs', certificate)).toEqual(derOf(certificate))
})

it('ignores text around it and other line ends', () => {
  const explained = openssl(['x509', '-text'], certificate).toString().replaceAll('\n', '\r\n')
  expect(readPem('certs', explained)).toEqual(derOf(certificate))
  expect(readPem('certs', certificate.replace(/\n/g, ' '))).toEqual(derOf(certificate))
})

it('takes line ends that are written out, as in an .env file', () => {
  expect(readPem('privateKey', privateKey.replaceAll('\n', '\\n'))).toEqual(derOf(privateKey))
  expect(readPem('privateKey', privateKey.replaceAll('\n', '\\r\\n'))).toEqual(derOf(privateKey))
})

it.each([
  ['nothing', '', 'expected a PEM, "BEGIN" line missing'],
  ['bare base64', 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC', '"BEGIN" line missing'],
  ['other escapes', privateKey.replaceAll('\n', '\\t'), 'expected base64 between the "BEGIN" and "END" lines of the PEM'],
  ['a PEM without its end', privateKey.slice(0, 300), 'expected base64 between the "BEGIN" and "END" lines of the PEM'],
  ['a traditional key with a password', openssl(['rsa', '-traditional', '-aes128', '-passout', 'pass:x'], privateKey).toString(),
    'the key is encrypted; decrypt it with "openssl pkey"'],
])('refuses %s', (_, pem, problem) => {
  expect(() => readPem('privateKey', pem)).toThrow(problem)
  expect(() => readPem('privateKey', pem)).toThrow(/^privateKey: (?!.*MII)/)
})

it('refuses a long text of "BEGIN" lines in linear time', () => {
  expect(() => readPem('privateKey', '-----BEGIN PRIVATE KEY-----'.repeat(100_000))).toThrow('expected base64')
  expect(() => readPem('privateKey', '-----BEGIN '.repeat(100_000))).toThrow('"BEGIN" line missing')
})
