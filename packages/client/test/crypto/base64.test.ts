import { expect, it } from 'vitest'
import { decodeBase64, decodeCanonicalBase64, encodeBase64 } from '../../src/crypto/base64.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

// RFC 4648, section 10.
it.each([
  ['', ''], ['f', 'Zg=='], ['fo', 'Zm8='], ['foo', 'Zm9v'], ['foob', 'Zm9vYg=='], ['fooba', 'Zm9vYmE='],
  ['foobar', 'Zm9vYmFy'],
])('%j ⇄ %s', (text, base64) => {
  expect(encodeBase64(bytes(text))).toBe(base64)
  expect(decodeBase64(base64)).toEqual(bytes(text))
  expect(decodeCanonicalBase64(base64)).toEqual(bytes(text))
})

it('encodes a megabyte', () => {
  const zeros = new Uint8Array(1_000_000)
  expect(encodeBase64(zeros)).toBe(`${'AAAA'.repeat(333_333)}AA==`)
})

it('returns undefined for invalid base64', () => {
  expect(decodeBase64('%%%')).toBeUndefined()
  expect(decodeBase64('Zg=')).toBeUndefined()
})

it.each(['Zh==', 'Zg', ' Zg==', 'Zg==\n', 'Z g=='])('refuses %j as a non-canonical form of "f"', (base64) => {
  expect(decodeBase64(base64)).toEqual(bytes('f'))
  expect(decodeCanonicalBase64(base64)).toBeUndefined()
})
