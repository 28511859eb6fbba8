import { expect, test } from 'vitest'
import { fundsOf, refund, returnSubsidy, share, subsidize, takeBack, unfreeze } from '../../../src/flows/payment/funds.ts'

test('freezes no money of an order that is not shared', () => {
  expect(fundsOf(100, false)).toEqual({ frozen: 0, shared: 0, refunded: 0, settled: true })
  expect(() => share(fundsOf(100, false), 1)).toThrow(/INVALID_REQUEST/)
})

test('shares, takes back and unfreezes money', () => {
  const shared = share(fundsOf(100, true), 30)
  expect(shared).toEqual({ frozen: 70, shared: 30, refunded: 0, settled: false })
  expect(unfreeze(takeBack(shared, 10))).toEqual({ frozen: 0, shared: 20, refunded: 0, settled: true })
  expect(() => share(shared, 71)).toThrow('待分账 70 分，申请 71 分')
})

test('takes a refund from the frozen money of the order and the available money of the account, as named', () => {
  const funds = share(fundsOf(100, true), 30)
  expect(refund(funds, 0, { available: 0, frozen: 15 }))
    .toEqual({ frozen: 55, shared: 30, refunded: 15, settled: false })
  expect(refund(funds, 20, { available: 20, frozen: 70 })).toMatchObject({ frozen: 0, refunded: 90 })
  expect(() => refund(funds, 99, { available: 0, frozen: 71 })).toThrow('未分账 70 分，申请 71 分')
  expect(() => refund(funds, 10, { available: 11, frozen: 0 })).toThrow('可用 10 分，申请 11 分')
  expect(() => refund(unfreeze(funds), 80, { available: 81, frozen: 0 })).toThrow(/NOT_ENOUGH/)
})

test('returns a subsidy from the frozen money first, unless the request names the account', () => {
  const funds = subsidize(share(fundsOf(100, true), 60), 20)
  expect(returnSubsidy(funds, 0, 20)).toMatchObject({ frozen: 40, subsidy: 0 })
  expect(returnSubsidy(funds, 20, 20, 'available')).toMatchObject({ frozen: 60, subsidy: 0 })
  expect(returnSubsidy(unfreeze(funds), 20, 20)).toMatchObject({ frozen: 0, subsidy: 0 })
  expect(() => returnSubsidy(funds, 19, 20, 'available')).toThrow('可用 19 分，不可用 60 分，申请 20 分')
  expect(() => returnSubsidy(unfreeze(funds), 99, 20, 'frozen')).toThrow(/INVALID_REQUEST/)
})
