import { expect, test } from 'vitest'
import { randomNonce } from '../../src/signing/nonce.ts'

test('32 letters and digits', () => {
  expect(randomNonce()).toMatch(/^[A-Z\d]{32}$/)
})

test('never the same, and all of the alphabet', () => {
  const nonces = Array.from({ length: 200 }, randomNonce)
  expect(new Set(nonces).size).toBe(200)
  expect(new Set(nonces.join('')).size).toBe(32)
})
