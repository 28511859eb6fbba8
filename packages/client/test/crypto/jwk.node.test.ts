import { createPrivateKey, createPublicKey } from 'node:crypto'
import { expect, it } from 'vitest'
import { readJwk } from '../../src/crypto/jwk.ts'
import { rfc7515 } from '../support/rfc7515.ts'

const { kty, n, e } = rfc7515.key

it('converts the key of RFC 7515 to the PKCS#1 of OpenSSL', () => {
  const key = createPrivateKey({ key: rfc7515.key, format: 'jwk' })
  expect(readJwk('privateKey', rfc7515.key)).toEqual(new Uint8Array(key.export({ type: 'pkcs1', format: 'der' })))
  const publicKey = createPublicKey(key).export({ type: 'pkcs1', format: 'der' })
  expect(readJwk('certs', { kty, n, e })).toEqual(new Uint8Array(publicKey))
})

it.each(['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] as const)('refuses a key without %s, naming it', (member) => {
  for (const value of ['', '!', undefined]) {
    const key = { ...rfc7515.key, [member]: value }
    expect(() => readJwk('privateKey', key)).toThrow(`privateKey: the "${member}" of the JSON Web Key is missing or invalid`)
  }
})

it.each([undefined, 'EC', 'oct', 'rsa'])('refuses a key of the type %s', (kind) => {
  expect(() => readJwk('privateKey', { ...rfc7515.key, kty: kind } as JsonWebKey)).toThrow('expected a JSON Web Key whose "kty" is "RSA"')
})
