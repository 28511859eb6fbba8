import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { openSignature } from '../../src/diagnose/open-signature.ts'
import { identity } from '../support/identity.ts'

const key = createPublicKey(createPrivateKey(identity.privateKey)).export({ format: 'jwk' })
const hello = Buffer.from('hello')

// The hashes are by `printf hello | sha256sum` and `md5sum`, the prefixes from RFC 8017, section 9.2, note 1.
test.each([
  ['sha256', '3031300d0609608648016503040201050004202cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'],
  ['md5', '3020300c06082a864886f70d020505000410' + '5d41402abc4b2a76b9719d911017c592'],
])('returns the %s hash that OpenSSL signed', (algorithm, opened) => {
  expect(openSignature(sign(algorithm, hello, identity.privateKey), key)).toBe(opened)
})

test('returns undefined for a signature by another key, and for other bytes', () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  expect(openSignature(sign('sha256', hello, other), key)).toBeUndefined()
  expect(openSignature(new Uint8Array(256).fill(255), key)).toBeUndefined()
})
