import { expect, it } from 'vitest'
import { decodeBase64, encodeBase64 } from '../../src/php/base64.ts'

const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index * 7)

it('encodes like Node, and decodes it', () => {
  expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
  expect(decodeBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes)
})

it('encodes no bytes as an empty string', () => {
  expect(encodeBase64(new Uint8Array())).toBe('')
})
