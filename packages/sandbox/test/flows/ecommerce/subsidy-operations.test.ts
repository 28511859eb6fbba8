import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'
import { orderCombined, recharge, rechargePath, subMerchants } from '../../support/platform.ts'

const [sub_mchid, other] = subMerchants
const invalid = { status: 400, code: 'INVALID_REQUEST' }

let api: ReturnType<typeof openFlow>
let transaction_id: string

beforeEach(async () => {
  api = openFlow()
  transaction_id = await orderCombined(api, { subsidy_amount: 100 })
  await api.post(rechargePath, recharge(100))
  await api.control.pay({ key: 'C1' })
  await api.post('/v3/ecommerce/profitsharing/receivers/add', {
    type: 'MERCHANT_ID', account: '1900000112', name: '微风乳业有限公司', relation_type: 'SUPPLIER',
  })
})

const subsidize = (amount: number, change = {}) =>
  api.post('/v3/ecommerce/subsidies/create', { sub_mchid, transaction_id, amount, description: '平台补贴', ...change })
const cancel = () => api.post('/v3/ecommerce/subsidies/cancel', { sub_mchid, transaction_id, description: '不再补贴' })
const giveBack = (out_order_no: string, amount: number, change = {}) => api.post('/v3/ecommerce/subsidies/return', {
  sub_mchid, transaction_id, out_order_no, amount, description: '收回补贴', ...change,
})
const share = (out_order_no: string, amount: number) => api.post('/v3/ecommerce/profitsharing/orders', {
  sub_mchid, transaction_id, out_order_no, finish: false,
  receivers: [{ type: 'MERCHANT_ID', receiver_account: '1900000112', amount, description: '货款' }],
})
const finish = () => api.post('/v3/ecommerce/profitsharing/finish-order', {
  sub_mchid, transaction_id, out_order_no: 'P9', description: '解冻',
})
const left = async () =>
  (await api.get('/v3/ecommerce/profitsharing/orders/{transaction_id}/amounts', { transaction_id })).body.unsplit_amount
const refund = async (out_refund_no: string, refund: number) => (await api.post('/v3/ecommerce/refunds/apply', {
  sub_mchid, sp_appid: 'wx1', transaction_id, out_refund_no, amount: { refund, total: 1000, currency: 'CNY' },
})).body.refund_id

test('freezes the subsidy with the order, once for the same request', async () => {
  const { body } = await subsidize(100)
  expect(body).toMatchObject({ sub_mchid, transaction_id, amount: 100, result: 'SUCCESS' })
  expect(await left()).toBe(1100)
  expect((await subsidize(100)).body).toMatchObject({ subsidy_id: body.subsidy_id })
  expect(await subsidize(99)).toMatchObject(invalid)
  expect(await left()).toBe(1100)
})

test('shares no order before its subsidy arrived', async () => {
  expect(await share('P1', 300)).toMatchObject({ ...invalid, message: expect.stringContaining('分账补贴还未到账') })
  await subsidize(100)
  expect((await share('P1', 300)).status).toBe(200)
  expect(await share('P2', 1)).toMatchObject({ status: 403, code: 'RULE_LIMIT' })
})

test('takes what the order declared; less only after a refund', async () => {
  expect(await subsidize(101)).toMatchObject(invalid)
  expect(await subsidize(50)).toMatchObject(invalid)
  await refund('R1', 500)
  expect((await subsidize(50)).body).toMatchObject({ amount: 50 })
  expect(await left()).toBe(550)
})

test.each([
  ['an unknown order', { transaction_id: '4200000000' }, { status: 404, code: 'ORDER_NOT_EXIST' }],
  ['an order of another sub-merchant', { sub_mchid: other }, { status: 404, code: 'ORDER_NOT_EXIST' }],
  ['nothing', { amount: 0 }, { status: 400, code: 'PARAM_ERROR' }],
])('rejects a subsidy for %s', async (_, change, refusal) => {
  expect(await subsidize(100, change)).toMatchObject(refusal)
})

test('rejects a subsidy of an order that is unfrozen', async () => {
  await finish()
  expect(await subsidize(100)).toMatchObject(invalid)
})

test('returns a subsidy in parts, once for each refund, until nothing is left', async () => {
  await subsidize(100)
  expect(await giveBack('S1', 40, { refund_id: '50302900000000000000000000000' })).toMatchObject(invalid)
  const refund_id = await refund('R1', 400)
  expect((await giveBack('S1', 40, { refund_id })).body)
    .toMatchObject({ result: 'SUCCESS', amount: 40, refund_id, out_order_no: 'S1' })
  expect((await giveBack('S1', 40, { refund_id })).status).toBe(200)
  expect(await left()).toBe(660)
  expect(await giveBack('S2', 10, { refund_id })).toMatchObject({ ...invalid, message: expect.stringContaining('只能回退一次') })
  expect(await giveBack('S2', 61)).toMatchObject(invalid)
  expect((await giveBack('S2', 60)).status).toBe(200)
  expect((await subsidize(100)).body).toMatchObject({ result: 'SUCCESS' })
  expect(await giveBack('S3', 1)).toMatchObject(invalid)
})

test('takes a returned subsidy from the funds that the request names', async () => {
  await subsidize(100)
  const from = (account: string, amount: number) => ({ from: [{ account, amount }] })
  expect(await giveBack('S1', 40, from('AVAILABLE', 40))).toMatchObject(invalid)
  expect(await giveBack('S1', 40, from('UNAVAILABLE', 39))).toMatchObject(invalid)
  expect((await giveBack('S1', 40, from('UNAVAILABLE', 40))).status).toBe(200)
  await finish()
  expect(await giveBack('S2', 60, from('UNAVAILABLE', 60))).toMatchObject(invalid)
  expect((await giveBack('S2', 60, from('AVAILABLE', 60))).status).toBe(200)
})

test('cancels a subsidy after a refund, so that the order can be shared without it', async () => {
  expect(await cancel()).toMatchObject(invalid)
  await refund('R1', 500)
  expect((await cancel()).body).toMatchObject({ sub_mchid, transaction_id, result: 'SUCCESS', description: '不再补贴' })
  expect((await cancel()).status).toBe(200)
  expect(await subsidize(100)).toMatchObject(invalid)
  expect(await giveBack('S1', 1)).toMatchObject(invalid)
  expect((await share('P1', 300)).status).toBe(200)
})

test('cancels no subsidy that was paid', async () => {
  await subsidize(100)
  await refund('R1', 500)
  expect(await cancel()).toMatchObject({ ...invalid, message: expect.stringContaining('补差回退') })
})

test('takes the subsidy from the operating account of the platform, and returns it there', async () => {
  const balance = async (account_type: string) =>
    (await api.get('/v3/merchant/fund/balance/{account_type}', { account_type })).body.available_amount
  await subsidize(100)
  expect([await balance('OPERATION'), await balance('BASIC')]).toEqual([0, 0])
  await giveBack('S1', 40)
  expect(await balance('OPERATION')).toBe(40)
})

test('rejects a subsidy that the operating account does not hold, until it is recharged', async () => {
  const withdrawal = { out_request_no: 'W1', amount: 1, account_type: 'OPERATION' }
  await api.post('/v3/merchant/fund/withdraw', withdrawal)
  expect(await subsidize(100)).toMatchObject({ status: 403, code: 'NOT_ENOUGH' })
  await api.post(rechargePath, { ...recharge(1), out_recharge_no: 'C2' })
  await api.control.pay({ key: 'C2' })
  expect((await subsidize(100)).status).toBe(200)
})

test('rejects a subsidy that the order did not declare', async () => {
  api = openFlow()
  transaction_id = await orderCombined(api)
  expect(await subsidize(100)).toMatchObject({ ...invalid, message: expect.stringContaining('subsidy_amount') })
})
