import { expect, test } from 'vitest'
import { exchangeOf, inFen } from '../../../src/flows/payment/exchange.ts'

test.each([
  [1000, 'HKD', 920], [1, 'HKD', 1], [1000, 'USD', 7180], [1000, 'CNY', 1000], [1000, 'XYZ', 1000],
])('converts %d of %s to %d fen', (amount, currency, fen) => {
  expect(inFen(amount, currency)).toBe(fen)
})

test('shows the rate times 10⁸', () => {
  expect(exchangeOf('HKD')).toEqual({ exchange_rate: { type: 'SETTLEMENT_RATE', rate: 92_000_000 } })
  expect(exchangeOf('XYZ')).toEqual({ exchange_rate: { type: 'SETTLEMENT_RATE', rate: 100_000_000 } })
})
