import { beforeAll, expect, test } from 'vitest'
import type { Notification } from '../src/index.ts'
import { bringAbout } from './support/every-event.ts'
import { hasFacts, resourcesOfFacts } from './support/facts.ts'
import { unknownMembers } from './support/check-against-table.ts'

/** What the tables lack: the order itself and its parts, a signed plan, the name of a fund. */
const missing = [
  'TRANSACTION.SUCCESS: /sub_orders: unknown',
  'TRANSACTION.SUCCESS: /mchid: unknown; /trade_type: unknown; /trade_state_desc: unknown; /amount/total: unknown',
  'TRANSACTION.SUCCESS: /sp_appid: unknown; /trade_type: unknown; /trade_state_desc: unknown; /payer/sp_openid: unknown; /amount/total: unknown',
  'PAYSCORE.USER_SIGN_PLAN: /sign_state: SIGNED is not declared',
  'PAYSCORE.USER_PAID: /risk_fund/name: unknown',
]

let all: Notification[]
beforeAll(async () => { all = await bringAbout() })

test('can cause every event of the core reference', () => {
  expect([...new Set(all.map(({ event_type }) => event_type))].sort()).toMatchInlineSnapshot(`
    [
      "APPLYMENT_STATE.APPROVED",
      "COMPLAINT.CREATE",
      "COMPLAINT.STATE_CHANGE",
      "COUPON.SEND",
      "COUPON.USE",
      "MALL_AUTH.ACTIVATE_CARD",
      "MALL_REFUND.SUCCESS",
      "MALL_TRANSACTION.SUCCESS",
      "MCHTRANSFER.AUTHORIZATION.CLOSED",
      "MCHTRANSFER.AUTHORIZATION.CONFIRMED",
      "MCHTRANSFER.BILL.FINISHED",
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
      "REFUND.ABNORMAL",
      "REFUND.CLOSED",
      "REFUND.SUCCESS",
      "TRANSACTION.SUCCESS",
    ]
  `)
})

test.runIf(hasFacts)('sends notifications with only the fields of their tables', () => {
  const tables = resourcesOfFacts()
  const wrong = all.flatMap(({ event_type, resource }) => {
    const forms = tables.get(event_type) ?? []
    const mismatches = forms.map(form => unknownMembers(form, resource))
    return mismatches.some(list => !list.length) ? [] : [`${event_type}: ${mismatches[0]?.join('; ')}`]
  })
  expect(new Set(wrong)).toEqual(new Set(missing))
})
