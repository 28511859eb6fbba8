import { expect, it } from 'vitest'
import { encodeHex } from '../src/hex.ts'

it('writes two digits for each byte', () => {
  expect(encodeHex(Uint8Array.of(0, 0x0a, 0xff))).toBe('000aff')
})
