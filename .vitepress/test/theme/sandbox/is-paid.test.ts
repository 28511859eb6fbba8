import { describe, expect, it } from 'vitest'
import { isPaid } from '../../../theme/sandbox/is-paid.ts'

describe('isPaid', () => {
  it('is true for an order with a transaction id', () => {
    expect(isPaid({ kind: 'transaction', data: { trade_state: 'SUCCESS', transaction_id: '42' } })).toBe(true)
    expect(isPaid({ kind: 'transaction', data: { trade_state: 'NOTPAY' } })).toBe(false)
    expect(isPaid({ kind: 'refund', data: { transaction_id: '42' } })).toBe(false)
  })
})
