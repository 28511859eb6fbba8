import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'
import { combinedOrder, payCombined, subMerchants } from '../../support/platform.ts'

const [sub_mchid] = subMerchants
const sharing = '/v3/ecommerce/profitsharing'

let api: ReturnType<typeof openFlow>
let transaction_id: string

/** The sub-merchant has 800 frozen and 100 available; the supplier has 100. */
beforeEach(async () => {
  api = openFlow()
  await api.post('/v3/combine-transactions/jsapi', combinedOrder())
  transaction_id = await payCombined(api)
  await api.post(`${sharing}/receivers/add`, { type: 'MERCHANT_ID', account: '1900000112', relation_type: 'SUPPLIER' })
  const receivers = [{ type: 'MERCHANT_ID', receiver_account: '1900000112', amount: 200, description: '货款' }]
  await api.post(`${sharing}/orders`, { sub_mchid, transaction_id, out_order_no: 'P1', receivers, finish: false })
  await api.post(`${sharing}/returnorders`, {
    sub_mchid, out_order_no: 'P1', out_return_no: 'B1', return_mchid: '1900000112', amount: 100, description: '退货',
  })
})

const refund = (refund: number, from: [account: string, amount: number][], change = {}) => api.post('/v3/ecommerce/refunds/apply', {
  sub_mchid, sp_appid: 'wx1', transaction_id, out_refund_no: 'R1', ...change,
  amount: { refund, total: 1000, currency: 'CNY', from: from.map(([account, amount]) => ({ account, amount })) },
})

test('takes a refund from the accounts that the request names', async () => {
  expect((await refund(250, [['AVAILABLE', 50], ['UNAVAILABLE', 200]])).status).toBe(200)
  const order = (await api.control.state()).find(({ key }) => key === 'ORDER_A1')
  expect(order!.data.funds).toMatchObject({ free: 50, frozen: 600, refunded: 250 })
})

test.each<[string, number, [string, number][], object, { status: number, code: string }]>([
  ['another sum than the refund', 250, [['AVAILABLE', 50]], {}, { status: 400, code: 'INVALID_REQUEST' }],
  ['an account twice', 2, [['AVAILABLE', 1], ['AVAILABLE', 1]], {}, { status: 400, code: 'INVALID_REQUEST' }],
  ['another account beside them', 1, [['AVAILABLE', 1]], { funds_account: 'AVAILABLE' }, { status: 400, code: 'INVALID_REQUEST' }],
  ['more than an account holds', 101, [['AVAILABLE', 101]], {}, { status: 403, code: 'NOT_ENOUGH' }],
])('rejects %s', async (_, amount, from, change, refusal) => {
  expect(await refund(amount, from, change)).toMatchObject(refusal)
})
