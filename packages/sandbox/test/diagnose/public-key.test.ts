import { createPublicKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPublicKey } from '../../src/diagnose/public-key.ts'

const read = (name: string) => readFileSync(new URL(`cases/identity/${name}.pem`, import.meta.url), 'utf8')
const numbersOf = (pem: string) => createPublicKey(pem).export({ format: 'jwk' })

test.each(['merchant', 'merchant2', 'platform', 'next-platform'])('reads the certificate of %s as Node does', (name) => {
  const pem = read(`${name}-cert`)
  const { serialNumber, subject, publicKey } = new X509Certificate(pem)
  expect(readPublicKey('certificate', pem)).toEqual({
    numbers: publicKey.export({ format: 'jwk' }),
    isPrivate: false,
    serial: serialNumber,
    commonName: /^CN=(.*)$/m.exec(subject)?.[1],
  })
})

test('reads a public key', () => {
  const pem = read('platform-id-public-key')
  expect(readPublicKey('publicKey', pem)).toEqual({ numbers: numbersOf(pem), isPrivate: false })
})

test('keeps only the public half of a private key', () => {
  const pem = read('merchant-key')
  expect(readPublicKey('publicKey', pem)).toEqual({ numbers: numbersOf(pem), isPrivate: true })
})

test('refuses other text without repeating it', () => {
  expect(() => readPublicKey('publicKey', 'my secret')).toThrow(/^(?!.*my secret)/)
})
