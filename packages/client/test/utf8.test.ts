import { fc } from '../../../test/support/fuzz.ts'
import { expect, test } from 'vitest'
import { decodeUtf8, encodeUtf8 } from '../src/utf8.ts'

test('text goes there and back, a byte order mark too', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }).filter(text => text.isWellFormed()), (text) => {
    expect(decodeUtf8(encodeUtf8(`\ufeff${text}`))).toBe(`\ufeff${text}`)
  }))
})

test('bytes are either refused or the only ones that give their text', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => {
    const text = decodeUtf8(bytes)
    if (text !== undefined) expect(new TextEncoder().encode(text)).toEqual(Uint8Array.from(bytes))
  }))
})

test.each([[0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0x80]])('%j is refused', (...bytes) => {
  expect(decodeUtf8(Uint8Array.from(bytes))).toBeUndefined()
})
