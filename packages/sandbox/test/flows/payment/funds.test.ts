import { expect, test } from 'vitest'
import { fundsOf, refund, share, takeBack, unfreeze } from '../../../src/flows/payment/funds.ts'

test('makes the money available at once if it is not shared', () => {
  expect(fundsOf(100, false)).toEqual({ frozen: 0, free: 100, refunded: 0, settled: true })
  expect(() => share(fundsOf(100, false), 1)).toThrow(/INVALID_REQUEST/)
})

test('shares, takes back and unfreezes money', () => {
  const shared = share(fundsOf(100, true), 30)
  expect(shared).toEqual({ frozen: 70, free: 0, refunded: 0, settled: false })
  expect(unfreeze(takeBack(shared, 10))).toEqual({ frozen: 0, free: 80, refunded: 0, settled: true })
  expect(() => share(shared, 71)).toThrow('待分账 70 分，申请 71 分')
})

test('takes a refund from the funds that it names', () => {
  const funds = takeBack(share(fundsOf(100, true), 30), 10)
  expect(refund(funds, { free: 0, frozen: 15 }))
    .toEqual({ frozen: 55, free: 10, refunded: 15, settled: false })
  expect(refund(funds, { free: 10, frozen: 70 })).toMatchObject({ frozen: 0, free: 0, refunded: 80 })
  expect(() => refund(funds, { free: 0, frozen: 71 })).toThrow('未分账 70 分，可用 10 分，申请 71 分')
  expect(() => refund(funds, { free: 11, frozen: 0 })).toThrow(/NOT_ENOUGH/)
  expect(() => refund(unfreeze(funds), { free: 81, frozen: 0 })).toThrow(/NOT_ENOUGH/)
})
