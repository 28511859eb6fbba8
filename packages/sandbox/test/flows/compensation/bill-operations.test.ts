import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'
import { signed } from '../../support/request.ts'

const platform = '1900000109'
const shop = '1900000118'
const insurer = '1900000119'
const transaction_info = { transaction_id: '4200', type: 'WXPAY' }
const user = { type: 'TRANSACTION_USER', transaction_info }
const prefix = '/v3/platsolution/ecommerce/mch-transfer'

let api: ReturnType<typeof openFlow>

/** The shop has a deposit of 1000 and earned 500; the insurer has 1000 to pay claims. */
beforeEach(async () => {
  api = openFlow()
  await api.post('/v3/pay/partner/transactions/native', {
    sp_appid: 'wx1', sp_mchid: platform, sub_mchid: shop, out_trade_no: 'ORDER_A1', amount: { total: 500 },
  })
  await api.control.pay()
  await recharge('C1', shop, 'DEPOSIT')
  await recharge('C2', insurer, 'OPERATION')
})

async function recharge(out_recharge_no: string, sub_mchid: string, account_type: string) {
  await api.post('/v3/platsolution/ecommerce/recharges/apply', {
    sub_mchid, out_recharge_no, recharge_scene: 'ECOMMERCE_DEPOSIT', account_type, recharge_amount: { amount: 1000 },
  })
  await api.control.advance({ kind: 'recharge', key: out_recharge_no })
}

const request = (kind: string, change = {}) => api.post(`${prefix}/${kind}`, {
  sub_mchid: shop, out_bill_no: 'B1', amount: 300, transfer_remark: '商品破损', receiver: user, ...change,
})
const query = (kind: string, values: Record<string, unknown> = {}) =>
  api.get(`${prefix}/${kind}/out-bill-no/{out_bill_no}`, { out_bill_no: 'B1', ...values })
const pay = () => api.control.advance({ kind: 'compensation', key: 'B1' })
const balance = async (sub_mchid: string, account_type: string) =>
  (await api.get('/v3/ecommerce/fund/balance/{sub_mchid}', { sub_mchid, query: { account_type } })).body.available_amount

test('takes the money from the deposit when the platform pays', async () => {
  const { body } = await request('deposit-after-sales-compensation-bills')
  expect(body).toMatchObject({
    sp_mchid: platform, sub_mchid: shop, out_bill_no: 'B1', amount: 300, state: 'ACCEPTED',
    bill_id: expect.stringMatching(/^\d{40}$/), receiver_detail: { receiver: user },
  })
  expect(body).not.toHaveProperty('success_time')
  expect(await balance(shop, 'DEPOSIT')).toBe(1000)
  await pay()
  const { body: done } = await query('deposit-after-sales-compensation-bills', { query: { sub_mchid: shop } })
  expect(done).toMatchObject({ state: 'SUCCESS', bill_id: body.bill_id, success_time: '2025-01-02T11:04:05+08:00' })
  expect([await balance(shop, 'DEPOSIT'), await balance(shop, 'BASIC')]).toEqual([700, 500])
  const bill_id = String(body.bill_id)
  expect((await api.get(`${prefix}/deposit-after-sales-compensation-bills/bill-id/{bill_id}`, { bill_id })).body).toEqual(done)
  await expect(pay()).rejects.toThrow(RangeError)
})

test('pays a merchant from the deposit into its basic account', async () => {
  const receiver = { type: 'MERCHANT', mch_info: { mchid: insurer } }
  await request('transfer-bills', { business_type: 'DEPOSIT_COMPENSATION', receiver, receiver_remark: '违约金' })
  await pay()
  expect((await query('transfer-bills', { query: { business_type: 'DEPOSIT_COMPENSATION' } })).body).toMatchObject({
    state: 'SUCCESS', business_type: 'DEPOSIT_COMPENSATION', receiver_detail: { receiver: { mch_info: { mch_id: insurer } } },
  })
  expect([await balance(shop, 'DEPOSIT'), await balance(insurer, 'BASIC')]).toEqual([700, 300])
})

test('takes other business than that of the deposit from the operating account', async () => {
  await request('transfer-bills', { sub_mchid: insurer, business_type: 'INSURANCE_CLAIM', receiver: { type: 'TRANSACTION_USER', transaction_info } })
  await pay()
  expect([await balance(insurer, 'OPERATION'), await balance(insurer, 'DEPOSIT')]).toEqual([700, 0])
})

test('pays premiums and shipping costs from the deposit', async () => {
  await request('deposit-insurance-premiums-compensation-bills', { receiver: { type: 'MERCHANT', mch_info: { mchid: insurer }, transaction_info } })
  await pay()
  const premium = await api.get(`${prefix}/deposit-insurance-premiums-compensation-bills/{out_bill_no}`, { out_bill_no: 'B1', query: { sub_mchid: shop } })
  expect(premium.body).toMatchObject({ state: 'SUCCESS', receiver_detail: { receiver: { type: 'MERCHANT', mch_info: { mchid: insurer } } } })
  const receiver = { transaction_info, user_info: { sp_openid: 'o1' } }
  await request('deposit-shipping-cost-compensation-bills', { out_bill_no: 'B2', receiver, transfer_scene_id: '7002' })
  await api.control.advance({ kind: 'compensation', key: 'B2' })
  expect((await query('deposit-shipping-cost-compensation-bills', { out_bill_no: 'B2' })).body)
    .toMatchObject({ state: 'SUCCESS', receiver_detail: { receiver } })
  expect([await balance(shop, 'DEPOSIT'), await balance(insurer, 'BASIC')]).toEqual([400, 300])
})

test('pays a claim from the operating account of the insurer, to the user or the merchant of the order', async () => {
  await request('insurance-claim-bills', { sub_mchid: insurer })
  await pay()
  expect((await query('insurance-claim-bills')).body).toMatchObject({ state: 'SUCCESS', receiver_detail: { receiver: user } })
  expect(await balance(insurer, 'OPERATION')).toBe(700)
  const { transaction_id } = (await api.control.state()).find(({ kind }) => kind === 'transaction')!.data
  await request('insurance-claim-bills', { sub_mchid: insurer, out_bill_no: 'B2', receiver: { type: 'MERCHANT', transaction_info: { transaction_id } } })
  await api.control.advance({ kind: 'compensation', key: 'B2' })
  expect([await balance(insurer, 'OPERATION'), await balance(shop, 'BASIC')]).toEqual([400, 800])
})

test('lets the platform compensate users and sub-merchants from its operating account', async () => {
  await api.post('/v3/recharge/bank-transfer-recharges/apply', {
    out_recharge_no: 'C3', recharge_scene: 'NORMAL_BANK_TRANSFER', account_type: 'OPERATION', recharge_amount: { amount: 1000 },
  })
  await api.control.advance({ kind: 'bank-transfer-recharge' })
  const own = async () =>
    (await api.get('/v3/merchant/fund/balance/{account_type}', { account_type: 'OPERATION' })).body.available_amount
  const wanted = { out_bill_no: 'B1', amount: 300, transfer_remark: '先行赔付' }
  await api.post(`${prefix}/compensate-bills`, { ...wanted, receiver: user, sponsor_mchid: platform })
  await pay()
  expect((await query('compensate-bills')).body).toMatchObject({ state: 'SUCCESS', sponsor_mchid: platform })
  expect(await own()).toBe(700)
  const receiver = { type: 'MERCHANT', mch_info: { mchid: shop } }
  await api.post(`${prefix}/sub-mch-compensation-bills`, { ...wanted, out_bill_no: 'B2', receiver })
  const paid = () => api.get(`${prefix}/sub-mch-compensation-bills/{out_bill_no}`, { out_bill_no: 'B2' })
  expect((await paid()).body.state).toBe('ACCEPTED')
  await api.control.advance({ kind: 'compensation', key: 'B2' })
  expect((await paid()).body).toMatchObject({ state: 'SUCCESS', receiver_detail: { receiver } })
  expect([await own(), await balance(shop, 'BASIC')]).toEqual([400, 800])
})

test('closes a compensation that the account does not hold, and one in scenario COMPENSATION_CLOSED', async () => {
  await request('deposit-after-sales-compensation-bills', { amount: 1001 })
  await pay()
  expect((await query('deposit-after-sales-compensation-bills')).body).toMatchObject({
    state: 'CLOSED', close_info: { close_time: '2025-01-02T11:04:05+08:00', close_reason: expect.stringContaining('余额不足') },
  })
  api.control.scenario.set('COMPENSATION_CLOSED')
  await request('deposit-after-sales-compensation-bills', { out_bill_no: 'B2' })
  api.control.scenario.set()
  await api.control.advance({ kind: 'compensation', key: 'B2' })
  expect((await query('deposit-after-sales-compensation-bills', { out_bill_no: 'B2' })).body.state).toBe('CLOSED')
  expect(await balance(shop, 'DEPOSIT')).toBe(1000)
})

test('compensates once if the request is repeated, and rejects other parameters and kinds', async () => {
  const first = await request('deposit-after-sales-compensation-bills')
  expect(await request('deposit-after-sales-compensation-bills')).toEqual(first)
  expect(await request('deposit-after-sales-compensation-bills', { amount: 301 })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await request('insurance-claim-bills')).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test.each<[change: object, message: RegExp]>([
  [{ amount: 0 }, /金额/],
  [{ sub_mchid: undefined }, /sub_mchid/],
  [{ receiver: { type: 'TRANSACTION_USER' } }, /transaction_info/],
  [{ user_recv_perception: '退货运费补偿' }, /transfer_scene_id/],
])('rejects an incomplete request: %o', async (change, message) => {
  const refused = await request('deposit-after-sales-compensation-bills', change)
  expect(refused).toMatchObject({ status: 400, code: 'PARAM_ERROR', message: expect.stringMatching(message) })
})

test('rejects unknown numbers, and those of another kind or merchant', async () => {
  await request('deposit-after-sales-compensation-bills')
  const missing = { status: 404, code: 'NOT_FOUND' }
  expect(await query('deposit-after-sales-compensation-bills', { out_bill_no: 'B2' })).toMatchObject(missing)
  expect(await query('deposit-after-sales-compensation-bills', { query: { sub_mchid: insurer } })).toMatchObject(missing)
  expect(await query('insurance-claim-bills')).toMatchObject(missing)
})

test('shows a compensation in the fund flow bill of the merchant that receives it', async () => {
  await request('transfer-bills', { business_type: 'DEPOSIT_COMPENSATION', receiver: { type: 'MERCHANT', mch_info: { mchid: platform } } })
  await pay()
  api.control.clock.advance(24 * 3_600_000)
  const { body } = await api.get('/v3/bill/fundflowbill', { query: { bill_date: '2025-01-02' } })
  const { pathname, search } = new URL(String(body.download_url))
  const text = await (await api.fetch(signed('GET', pathname + search))).text()
  expect(text).toMatch(/`赔付,`赔付,`收入,`3\.00,/)
})
