import { readFileSync } from 'node:fs'
import { fc, fuzz } from '../../../../test/support/fuzz.ts'
import { expect, it } from 'vitest'
import { readDer, Tag } from '../../src/crypto/der.ts'
import { openssl, scratchFile } from '../support/openssl.ts'

const der = (...bytes: number[]) => new Uint8Array(bytes)

it('reads a sequence of elements', () => {
  expect(readDer(der(0x02, 1, 7, 0x30, 2, 5, 0))).toEqual([
    { tag: Tag.integer, content: der(7), bytes: der(0x02, 1, 7) },
    { tag: Tag.sequence, content: der(5, 0), bytes: der(0x30, 2, 5, 0) },
  ])
  expect(readDer(der())).toEqual([])
})

it('reads and writes lengths of several bytes', () => {
  for (const length of [0x7f, 0x80, 0xff, 0x100, 0xffff, 0x10000]) {
    const file = scratchFile()
    openssl(['asn1parse', '-genstr', `OCT:${'a'.repeat(length)}`, '-noout', '-out', file])
    const [element] = readDer(new Uint8Array(readFileSync(file)))
    expect(element?.tag).toBe(Tag.octetString)
    expect(Buffer.from(element?.content ?? []).toString()).toBe('a'.repeat(length))
  }
})

it.each([
  ['no length', der(0x02)],
  ['less content than announced', der(0x02, 2, 7)],
  ['a length without end (BER, not DER)', der(0x30, 0x80, 0, 0)],
  ['a length of four bytes, more than any key', der(0x30, 0x84, 0, 0, 0, 0)],
  ['a length cut short', der(0x30, 0x82, 1)],
])('refuses %s', (_, bytes) => {
  expect(() => readDer(bytes)).toThrow(RangeError)
})

it('reads any bytes whole or refuses them', () => {
  fuzz(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
    try {
      const elements = readDer(new Uint8Array(bytes))
      expect(elements.reduce((sum, element) => sum + element.bytes.length, 0)).toBe(bytes.length)
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError)
    }
  }))
})
