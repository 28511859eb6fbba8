import { constants, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { openSignature } from '../../src/diagnose/open-signature.ts'
import { identity } from '../support/identity.ts'

const key = createPublicKey(createPrivateKey(identity.privateKey)).export({ format: 'jwk' })
const hello = Buffer.from('hello')

// The hashes are by `printf hello | sha256sum` and `md5sum`, the prefixes from RFC 8017, section 9.2, note 1.
test.each([
  ['sha256', '3031300d0609608648016503040201050004202cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824'],
  ['md5', '3020300c06082a864886f70d020505000410' + '5d41402abc4b2a76b9719d911017c592'],
])('returns the %s hash that OpenSSL signed', async (algorithm, content) => {
  expect(await openSignature(sign(algorithm, hello, identity.privateKey), key)).toEqual({ padding: 'v1.5', content })
})

test('returns undefined for a signature by another key, and for other bytes', async () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  expect(await openSignature(sign('sha256', hello, other), key)).toBeUndefined()
  expect(await openSignature(new Uint8Array(256).fill(255), key)).toBeUndefined()
})

test.each([
  ['sha256', 32], ['sha256', 222], ['sha1', 20], ['sha512', 64],
])('recognizes PSS with %s and a salt of %d bytes, whatever was signed', async (algorithm, saltLength) => {
  const padding = constants.RSA_PKCS1_PSS_PADDING
  const signature = sign(algorithm, hello, { key: identity.privateKey, padding, saltLength })
  expect(await openSignature(signature, key)).toEqual({ padding: 'PSS' })
})
