import { expect, it } from 'vitest'
import { randomNonce } from '../../src/signing/nonce.ts'

it('has 32 letters and digits', () => {
  expect(randomNonce()).toMatch(/^[A-Z\d]{32}$/)
})

it('never repeats, and uses the whole alphabet', () => {
  const nonces = Array.from({ length: 200 }, randomNonce)
  expect(new Set(nonces).size).toBe(200)
  expect(new Set(nonces.join('')).size).toBe(32)
})
