import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'
import { orderCombined, subMerchants } from '../../support/platform.ts'

const [sub_mchid] = subMerchants
const sharing = '/v3/ecommerce/profitsharing'

let api: ReturnType<typeof openFlow>
let transaction_id: string

/** The sub-merchant has 800 frozen and 100 available; the supplier has 100. */
beforeEach(async () => {
  api = openFlow()
  transaction_id = await orderCombined(api)
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

/** Returns the available and the frozen money of the sub-merchant, and the accounts that paid the refund. */
async function left(out_refund_no = 'R1') {
  const { body } = await api.get('/v3/ecommerce/fund/balance/{sub_mchid}', { sub_mchid })
  const refund = (await api.control.state()).find(({ key }) => key === out_refund_no)
  return [body.available_amount, body.pending_amount, refund!.data.funds_account]
}
const finish = () => api.post(`${sharing}/finish-order`, { sub_mchid, transaction_id, out_order_no: 'P2', description: '解冻' })

test('takes a refund from the accounts that the request names', async () => {
  expect((await refund(250, [['AVAILABLE', 50], ['UNAVAILABLE', 200]])).status).toBe(200)
  expect(await left()).toEqual([50, 600, 'UNAVAILABLE'])
})

test('takes a refund from the frozen money until sharing is over, then from the available money', async () => {
  expect(await refund(801, [])).toMatchObject({
    status: 400, code: 'INVALID_REQUEST', message: expect.stringContaining('大于剩余未分账金额'),
  })
  await refund(300, [])
  expect(await left()).toEqual([100, 500, 'UNAVAILABLE'])
  await finish()
  await refund(600, [], { out_refund_no: 'R2' })
  expect(await left('R2')).toEqual([0, 0, 'AVAILABLE'])
  expect(await refund(1, [], { out_refund_no: 'R3' })).toMatchObject({ status: 403, code: 'NOT_ENOUGH' })
})

test('prefers the account of `funds_account` to a single one', async () => {
  await refund(60, [['UNAVAILABLE', 1]], { funds_account: 'AVAILABLE' })
  expect(await left()).toEqual([40, 800, 'AVAILABLE'])
})

test('names two accounts only until sharing is over', async () => {
  await finish()
  expect(await refund(2, [['AVAILABLE', 1], ['UNAVAILABLE', 1]])).toMatchObject({
    status: 400, code: 'INVALID_REQUEST', message: expect.stringContaining('分账已完结'),
  })
})

const two: [string, number][] = [['AVAILABLE', 1], ['UNAVAILABLE', 1]]

test.each<[string, number, [string, number][], object, { status: number, code: string }]>([
  ['another sum than the refund', 250, [['AVAILABLE', 50]], {}, { status: 400, code: 'INVALID_REQUEST' }],
  ['an account twice', 2, [['AVAILABLE', 1], ['AVAILABLE', 1]], {}, { status: 400, code: 'INVALID_REQUEST' }],
  ['another account beside two', 2, two, { funds_account: 'AVAILABLE' }, { status: 400, code: 'INVALID_REQUEST' }],
  ['two accounts of an advance', 2, two, { refund_account: 'REFUND_SOURCE_PARTNER_ADVANCE' }, { status: 400, code: 'INVALID_REQUEST' }],
  ['more than an account holds', 101, [['AVAILABLE', 101]], {}, { status: 403, code: 'NOT_ENOUGH' }],
])('rejects %s', async (_, amount, from, change, refusal) => {
  expect(await refund(amount, from, change)).toMatchObject(refusal)
})
