import { describe, expect, it } from 'vitest'
import { isWaiting, labelOf, stateOf } from '../../../theme/sandbox/resource.ts'

const order = (trade_state: string) => ({ kind: 'transaction', data: { trade_state } })

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

describe('isWaiting', () => {
  it('is so for an unpaid order, and no more when it is paid or closed', () => {
    expect(['NOTPAY', 'SUCCESS', 'CLOSED'].map(state => isWaiting(order(state)))).toEqual([true, false, false])
  })

  it('is never so for what the user has no part in', () => {
    expect(isWaiting({ kind: 'refund', data: { status: 'PROCESSING' } })).toBe(false)
    expect(isWaiting({ kind: 'gift-card', data: {} })).toBe(false)
  })
})
