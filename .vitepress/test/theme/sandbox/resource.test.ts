import { describe, expect, it } from 'vitest'
import { isPaid, labelOf, stateOf } from '../../../theme/sandbox/resource.ts'

describe('labelOf', () => {
  it('tells a kind in Chinese', () => {
    expect(labelOf({ kind: 'refund' })).toBe('退款')
  })

  it('leaves a kind it does not know as it is', () => {
    expect(labelOf({ kind: 'gift-card' })).toBe('gift-card')
  })
})

describe('stateOf', () => {
  it.each([
    ['transaction', { trade_state: 'NOTPAY' }, 'NOTPAY'],
    ['profit-sharing-return', { result: 'SUCCESS', state: 'other' }, 'SUCCESS'],
    ['complaint', { complaint_state: 'PENDING' }, 'PENDING'],
  ])('reads it where the kind %s has it', (kind, data, state) => {
    expect(stateOf({ kind, data })).toBe(state)
  })

  it.each([
    ['a kind without states', { kind: 'media', data: { state: 'x' } }],
    ['a kind it does not know', { kind: 'gift-card', data: { state: 'x' } }],
    ['a state that is no text', { kind: 'transaction', data: { trade_state: null } }],
  ])('is empty for %s', (_, resource) => {
    expect(stateOf(resource)).toBe('')
  })
})

describe('isPaid', () => {
  it('is so for an order that has a number of WeChat Pay\'s', () => {
    expect(isPaid({ kind: 'transaction', data: { trade_state: 'SUCCESS', transaction_id: '42' } })).toBe(true)
    expect(isPaid({ kind: 'transaction', data: { trade_state: 'NOTPAY' } })).toBe(false)
    expect(isPaid({ kind: 'refund', data: { transaction_id: '42' } })).toBe(false)
  })
})
