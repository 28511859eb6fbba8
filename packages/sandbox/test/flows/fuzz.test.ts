import { fc, runs } from '../../../../test/support/fuzz.ts'
import { expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { flowCatalog } from '../support/flow-catalog.ts'
import { identity, now } from '../support/identity.ts'

/** Names of fields that the flows read and that the tables of these tests do not validate. */
const names = [
  'out_trade_no', 'transaction_id', 'combine_out_trade_no', 'out_refund_no', 'out_order_no', 'out_return_no', 'amount',
  'sub_orders', 'receivers', 'order_id', 'return_mchid', 'settle_info', 'time_expire', 'out_bill_no', 'transfer_amount',
  'total_amount', 'post_payments', 'post_discounts', 'risk_fund', 'detail', 'fees', 'discounts', 'need_user_confirm',
  'authorization_code', 'openid', 'url', 'stock_id', 'out_request_no', 'coupon_use_rule', 'authorization_info',
  'out_authorization_no', 'business_code', 'bank_account_info', 'plan_detail_list', 'sign_plan_detail', 'domains', 'type', 'account', 'notify_url', 'payer', '__proto__', 'constructor',
]
const leaf = fc.oneof(
  fc.constantFrom('ORDER_A1', 'ORDER_A2', '', 'MERCHANT_ID', '2025-01-02T11:04:05+08:00'),
  fc.integer({ min: -1, max: 3 }), fc.double(), fc.boolean(), fc.constant(null), fc.string({ unit: 'binary' }),
)
const parts = [
  'total', 'refund', 'amount', 'total_amount', 'out_trade_no', 'type', 'account', 'profit_sharing', 'paid_time',
]
const inner = fc.dictionary(fc.constantFrom(...parts), leaf)
const list = fc.array(fc.oneof(inner, leaf), { maxLength: 3 })
const value = fc.oneof({ weight: 4, arbitrary: leaf }, inner, list)
const body = fc.dictionary(fc.constantFrom(...names), value, { noNullPrototype: true })
const key = fc.constantFrom('ORDER_A1', 'ORDER_A2', '..', '%', 'constructor', '__proto__')
const operation = fc.constantFrom(...flowCatalog.operations)
const call = fc.record({ operation, body, key, name: fc.constantFrom(...names) })

test('replies as the API does to any request, however odd the requests before', async () => {
  const calls = fc.array(call, { maxLength: 12 })
  await fc.assert(fc.asyncProperty(calls, fc.boolean(), async (calls, strict) => {
    const options = { catalog: flowCatalog, identity, now, strict, signatures: false }
    const { fetch, control } = createSandbox(options)
    for (const { operation: { method, path }, body, key, name } of calls) {
      const target = `${path.replace(/\{\w+\}/g, encodeURIComponent(key))}?${name}=${encodeURIComponent(key)}`
      const request = { method, body: method === 'GET' ? null : JSON.stringify(body) }
      const response = await fetch(new Request(`https://api.mch.weixin.qq.com${target}`, request))
      expect([200, 204, 400, 403, 404, 405]).toContain(response.status)
      await control.advance().catch((error: unknown) => expect(error).toBeInstanceOf(RangeError))
    }
  }), { numRuns: runs(400) })
})
