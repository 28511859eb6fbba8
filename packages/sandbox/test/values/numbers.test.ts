import { expect, test } from 'vitest'
import { numberFor, refundId, transactionId } from '../../src/values/numbers.ts'

test('fills the prefix up with digits to the length, up to forty of them', () => {
  expect(numberFor('wx20', 36, 'A1')).toMatch(/^wx20\d{32}$/)
  expect(numberFor('', 40, 'A1')).toMatch(/^\d{40}$/)
  expect(numberFor('150', 20, 'A1')).toMatch(/^150\d{17}$/)
})

test('returns the same number for the same text, and another for another', () => {
  expect(transactionId('A1')).toBe(transactionId('A1'))
  const texts = Array.from({ length: 1000 }, (_, n) => `A${n}`)
  for (const number of [transactionId, refundId]) expect(new Set(texts.map(number)).size).toBe(1000)
})
