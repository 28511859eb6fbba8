import { expect, it } from 'vitest'
import { randomNonce } from '../../src/signing/nonce.ts'

it('has 32 hexadecimal digits', () => {
  expect(randomNonce()).toMatch(/^[\da-f]{32}$/)
})

it('never repeats, and uses every digit at every position', () => {
  const nonces = Array.from({ length: 500 }, randomNonce)
  expect(new Set(nonces).size).toBe(500)
  for (let at = 0; at < 32; at++) expect(new Set(nonces.map(nonce => nonce[at])).size).toBe(16)
})
