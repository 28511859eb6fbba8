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

test('takes a refund from the available money first', () => {
  const funds = takeBack(share(fundsOf(100, true), 30), 10)
  expect(refund(funds, 15)).toEqual({ frozen: 65, free: 0, refunded: 15, settled: false })
  expect(refund(funds, 80)).toMatchObject({ frozen: 0, free: 0, refunded: 80 })
  expect(() => refund(funds, 81)).toThrow('可退 80 分，申请 81 分')
})
