import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'
import { orderCombined, recharge, rechargePath, subMerchants } from '../../support/platform.ts'

const [sub_mchid, other] = subMerchants
const path = '/v3/ecommerce/refunds/{refund_id}/return-advance'
const sharing = '/v3/ecommerce/profitsharing'

let api: ReturnType<typeof openFlow>
let transaction_id: string

/** The sub-merchant has 700 of its order's 1000, the supplier the rest, and the platform 1000. */
beforeEach(async () => {
  api = openFlow()
  await api.post(rechargePath, { ...recharge(1000), account_type: 'BASIC' })
  transaction_id = await orderCombined(api)
  await api.post(`${sharing}/receivers/add`, { type: 'MERCHANT_ID', account: '1900000112', relation_type: 'SUPPLIER' })
  const receivers = [{ type: 'MERCHANT_ID', receiver_account: '1900000112', amount: 300, description: '货款' }]
  await api.post(`${sharing}/orders`, { sub_mchid, transaction_id, out_order_no: 'P1', receivers, finish: true })
})

const refund = (amount: number, refund_account?: string) => api.post('/v3/ecommerce/refunds/apply', {
  sub_mchid, sp_appid: 'wx1', transaction_id, out_refund_no: 'R1', amount: { refund: amount, total: 1000, currency: 'CNY' },
  ...refund_account !== undefined && { refund_account },
})
const advance = 'REFUND_SOURCE_PARTNER_ADVANCE'
const giveBack = (refund_id: unknown, change = {}) => api.post(path, { sub_mchid, ...change }, { refund_id })
const query = (refund_id: unknown) => api.get(path, { refund_id, query: { sub_mchid } })
const takeBack = () => api.post(`${sharing}/returnorders`, {
  sub_mchid, out_order_no: 'P1', out_return_no: 'B1', return_mchid: '1900000112', amount: 300, description: '退货',
})

test('lets the platform pay what the sub-merchant lacks', async () => {
  expect(await refund(1000)).toMatchObject({ status: 403, code: 'NOT_ENOUGH' })
  const { body } = await refund(1000, advance)
  expect(body).toMatchObject({ refund_account: advance, amount: { refund: 1000, advance: 1000 } })
  const found = await api.get('/v3/ecommerce/refunds/id/{refund_id}', { refund_id: body.refund_id, query: { sub_mchid } })
  expect(found.body).toMatchObject({ status: 'SUCCESS', refund_account: advance, amount: { advance: 1000 } })
  expect((await api.control.notifications()).at(-1)).toMatchObject({
    event_type: 'REFUND.SUCCESS', resource: { sp_mchid: '1900000109', sub_mchid, refund_account: advance },
  })
})

test('refuses an advance above the balance of the platform', async () => {
  await api.post('/v3/merchant/fund/withdraw', { out_request_no: 'W1', amount: 1, account_type: 'BASIC' })
  expect(await refund(1000, advance)).toMatchObject({ status: 403, code: 'NOT_ENOUGH' })
})

test('lets the sub-merchant pay if its money suffices', async () => {
  const { body } = await refund(700, advance)
  expect(body).toMatchObject({ refund_account: 'REFUND_SOURCE_SUB_MERCHANT' })
  expect(body.amount).not.toHaveProperty('advance')
  expect(await giveBack(body.refund_id)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('returns an advance as soon as the sub-merchant has the money', async () => {
  const { body: { refund_id } } = await refund(1000, advance)
  expect(await query(refund_id)).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
  const { body } = await giveBack(refund_id)
  expect(body).toMatchObject({ result: 'PROCESSING', return_amount: 1000, payer_mchid: sub_mchid, payee_mchid: '1900000109' })
  expect(body).not.toHaveProperty('success_time')
  await takeBack()
  expect((await giveBack(refund_id)).body).toMatchObject({ result: 'SUCCESS', advance_return_id: body.advance_return_id })
  expect((await query(refund_id)).body).toHaveProperty('success_time')
  expect((await giveBack(refund_id)).body).toMatchObject({ result: 'SUCCESS' })
  const shop = await api.get('/v3/ecommerce/fund/balance/{sub_mchid}', { sub_mchid })
  const own = await api.get('/v3/merchant/fund/balance/{account_type}', { account_type: 'BASIC' })
  expect([shop.body.available_amount, own.body.available_amount]).toEqual([0, 1000])
})

test('gives up after 90 days', async () => {
  const { body: { refund_id } } = await refund(1000, advance)
  await giveBack(refund_id)
  api.control.clock.advance(90 * 24 * 3_600_000)
  expect((await query(refund_id)).body).toMatchObject({ result: 'FAILED' })
  await takeBack()
  expect(await giveBack(refund_id)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('finds neither the refund nor its return for another sub-merchant', async () => {
  const { body: { refund_id } } = await refund(1000, advance)
  expect(await giveBack(refund_id, { sub_mchid: other })).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
  expect(await giveBack('50302900000000000000000000000')).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
})
