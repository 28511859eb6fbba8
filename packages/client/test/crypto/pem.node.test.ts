import { expect, test } from 'vitest'
import { readPem } from '../../src/crypto/pem.ts'
import { createKeyPair, openssl } from '../support/openssl.ts'

const { privateKey, certificate } = createKeyPair(1024)
const derOf = (pem: string) => new Uint8Array(Buffer.from(pem.replace(/-----.*-----/g, ''), 'base64'))

test('the bytes of a PEM', () => {
  expect(readPem('privateKey', privateKey)).toEqual(derOf(privateKey))
  expect(readPem('certs', certificate)).toEqual(derOf(certificate))
})

test('text around it and other line ends do not matter', () => {
  const explained = openssl(['x509', '-text'], certificate).toString().replaceAll('\n', '\r\n')
  expect(readPem('certs', explained)).toEqual(derOf(certificate))
  expect(readPem('certs', certificate.replace(/\n/g, ' '))).toEqual(derOf(certificate))
})

test.each([
  ['nothing', '', 'expected a PEM, found no "BEGIN" line'],
  ['bare base64', 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC', 'found no "BEGIN" line'],
  ['line ends lost in an environment variable', privateKey.replaceAll('\n', '\\n'), 'the PEM is damaged'],
  ['a PEM without its end', privateKey.slice(0, 300), 'the PEM is damaged'],
  ['a traditional key with a password', openssl(['rsa', '-traditional', '-aes128', '-passout', 'pass:x'], privateKey).toString(),
    'is an encrypted key; decrypt it with "openssl pkey"'],
])('%s', (_, pem, problem) => {
  expect(() => readPem('privateKey', pem)).toThrow(problem)
  expect(() => readPem('privateKey', pem)).toThrow(/^privateKey: (?!.*MII)/)
})

test('a long text of beginnings is refused at once', () => {
  expect(() => readPem('privateKey', '-----BEGIN PRIVATE KEY-----'.repeat(100_000))).toThrow('damaged')
  expect(() => readPem('privateKey', '-----BEGIN '.repeat(100_000))).toThrow('no "BEGIN" line')
})
