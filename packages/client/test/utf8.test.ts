import { fc, fuzz } from '../../../test/support/fuzz.ts'
import { expect, it } from 'vitest'
import { decodeUtf8, encodeUtf8 } from '../src/utf8.ts'

it('encodes and decodes any text, with a byte order mark', () => {
  fuzz(fc.property(fc.string({ unit: 'binary' }).filter(text => text.isWellFormed()), (text) => {
    expect(decodeUtf8(encodeUtf8(`\ufeff${text}`))).toBe(`\ufeff${text}`)
  }))
})

it('refuses bytes unless no other bytes give the same text', () => {
  fuzz(fc.property(fc.uint8Array(), (bytes) => {
    const text = decodeUtf8(bytes)
    if (text !== undefined) expect(new TextEncoder().encode(text)).toEqual(Uint8Array.from(bytes))
  }))
})

it.each([[0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0x80]])('refuses %j', (...bytes) => {
  expect(decodeUtf8(Uint8Array.from(bytes))).toBeUndefined()
})
