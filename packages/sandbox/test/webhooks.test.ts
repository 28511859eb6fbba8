import { beforeAll, expect, test } from 'vitest'
import type { Notification } from '../src/index.ts'
import { bringAbout } from './support/every-event.ts'
import { resourcesOfFacts } from './support/facts.ts'
import { unknownMembers } from './support/check-against-table.ts'

let all: Notification[]
beforeAll(async () => { all = await bringAbout() })

test('can cause every event of the core reference', () => {
  expect([...new Set(all.map(({ event_type }) => event_type))].sort()).toMatchInlineSnapshot(`
    [
      "ABNORMAL_FUND_PROCESSING.TRANSFER.SUCCESS",
      "APPLYMENT_STATE.APPROVED",
      "COMPLAINT.CREATE",
      "COMPLAINT.STATE_CHANGE",
      "COUPON.SEND",
      "COUPON.USE",
      "ECOMMERCE_ENTRUST.SIGN",
      "ECOMMERCE_ENTRUST.TERMINATE",
      "MALL_AUTH.ACTIVATE_CARD",
      "MALL_REFUND.SUCCESS",
      "MALL_TRANSACTION.SUCCESS",
      "MCHTRANSFER.AUTHORIZATION.CLOSED",
      "MCHTRANSFER.AUTHORIZATION.CONFIRMED",
      "MCHTRANSFER.BILL.FINISHED",
      "MCHWITHDRAW.CHANGE",
      "PAYSCORE.BIND_SERVICE_ACCOUNT",
      "PAYSCORE.USER_ACCEPTED",
      "PAYSCORE.USER_CANCEL_SIGN_PLAN",
      "PAYSCORE.USER_CLOSE_SERVICE",
      "PAYSCORE.USER_CONFIRM",
      "PAYSCORE.USER_OPEN_SERVICE",
      "PAYSCORE.USER_PAID",
      "PAYSCORE.USER_SIGN_PLAN",
      "PROFITSHARING.RETURN",
      "PROFITSHARING.SUCCESS",
      "RECHARGE.CLOSED",
      "RECHARGE.FUND_RETURNED",
      "RECHARGE.SUCCESS",
      "REFUND.ABNORMAL",
      "REFUND.CLOSED",
      "REFUND.SUCCESS",
      "SETTLEMENT.SUCCESS",
      "TRANSACTION.SUCCESS",
    ]
  `)
})

test('sends notifications as one of the forms of their event says', () => {
  const tables = resourcesOfFacts()
  const wrong = all.flatMap(({ event_type, resource }) => {
    const forms = tables.get(event_type) ?? []
    const mismatches = forms.map(form => unknownMembers(form, resource))
    return mismatches.some(list => !list.length) ? [] : [`${event_type}: ${mismatches[0]?.join('; ')}`]
  })
  expect(wrong).toEqual([])
})
