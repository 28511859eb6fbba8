import { beforeEach, expect, test } from 'vitest'
import { scenarioHeader } from '../../../src/index.ts'
import { events, openFlow } from '../../support/flow.ts'
import { signed } from '../../support/request.ts'

const path = '/v3/platsolution/ecommerce/settle/prepay-settle-orders'
const payees = '/v3/ecommerce/individual-contracts'
const mchid = '1900000109'

let api: ReturnType<typeof openFlow>
let individual_auth_id: unknown
let transaction_id: unknown

/** A payee who will take the authorization back, and a paid order of 5800. */
beforeEach(async () => {
  api = openFlow()
  const json = { appid: 'wx1', out_contract_code: 'PAYEE_1', openid: 'o1' }
  const headers = { [scenarioHeader]: 'AUTHORIZATION_WITHDRAWN' }
  await api.call('post', `${payees}/pre-entrust-sign/mini-program`, { json, headers })
  await api.control.advance()
  const payee = await api.get(`${payees}/{openid}`, { openid: 'o1', query: { appid: 'wx1' } })
  individual_auth_id = payee.body.individual_auth_id
  transaction_id = await sell('1')
})

/** Sells something of the payee for 5800; returns WeChat Pay's number of the order. */
async function sell(number: string) {
  await api.post('/v3/combine-transactions/miniprogram', {
    combine_appid: 'wx1', combine_mchid: mchid, combine_out_trade_no: `ORDER_C${number}`, sub_orders: [{
      mchid, out_trade_no: `ORDER_A${number}`, individual_auth_id, amount: { total_amount: 5800, currency: 'CNY' },
    }],
  })
  await api.control.pay()
  return (await orderOf(number))!.data.transaction_id
}
const orderOf = async (number: string) => (await api.control.state()).find(({ key }) => key === `ORDER_A${number}`)

/** Returns what waits for the payee, and what the platform has. */
async function money() {
  const { body } = await api.get('/v3/merchant/fund/balance/{account_type}', { account_type: 'BASIC' })
  const { frozen } = (await orderOf('1'))!.data.funds as { frozen: number }
  return [frozen, body.available_amount, body.pending_amount]
}

const settling = (amount: number, of = transaction_id) => ({ settle_info_list: [{
  out_settle_no: 'JS11', transaction_id: of, settle_detail_info_list: [{ out_settle_detail_no: 'JS111', receiver_account: mchid, amount: { amount } }],
}] })

const apply = (change = {}, headers = {}) => api.call('post', path, { headers, json: {
  out_settle_batch_no: 'JS1', individual_auth_id, notify_url: 'https://shop.example/settlements', description: '咖啡机',
  trade_scenario: 'RECOMMERCE', ...settling(300), ...change,
} })
const act = () => api.control.advance({ kind: 'individual-settlement', key: 'JS1' })
const query = async (settle_batch_no: unknown) => (await api.get(`${path}/{settle_batch_no}`, { settle_batch_no })).body
const redirect = (settle_batch_no: unknown, out_abnormal_settle_batch_no = 'YC1') =>
  api.post(`${path}/{settle_batch_no}/apply-abnormal-settle`, {
    individual_auth_id, out_abnormal_settle_batch_no, abnormal_settle_type: 'TRANSFER_TO_ORIGINAL_RECEIVE_USER',
  }, { settle_batch_no })

test('settles once the payee has confirmed, and notifies the platform', async () => {
  const { body } = await apply()
  expect(body).toMatchObject({ out_settle_batch_no: 'JS1', individual_auth_id, state: 'ACCEPTED' })
  const { settle_batch_no } = body
  await act()
  expect(await query(settle_batch_no)).toMatchObject({ state: 'RECEIVED' })
  expect(await events(api)).toEqual(['TRANSACTION.SUCCESS'])
  await act()
  const settled = await query(settle_batch_no)
  expect(settled).toMatchObject({ state: 'SUCCESS', finish_time: '2025-01-02T11:04:05+08:00' })
  const [, sent] = await api.control.notifications()
  expect(sent).toMatchObject({ event_type: 'SETTLEMENT.SUCCESS', resource: settled })
})

test('keeps the money apart from the platform\'s until it is settled; then the platform has its fee', async () => {
  expect(await money()).toEqual([5800, 0, 0])
  await apply()
  await act()
  expect(await money()).toEqual([0, 0, 0])
  await act()
  expect(await money()).toEqual([0, 300, 0])
  api.control.clock.advance(24 * 3_600_000)
  const bill = await api.get('/v3/bill/fundflowbill', { query: { bill_date: '2025-01-02' } })
  const { pathname, search } = new URL(String(bill.body.download_url))
  const text = await (await api.fetch(signed('GET', pathname + search))).text()
  const rows = text.split('\r\n').map(line => line.split(',')).slice(1, -3)
  expect(rows.map(([, , , business, , direction, amount]) => [business, direction, amount])).toEqual([
    ['`个人收款扣费', '`收入', '`3.00'],
  ])
})

test('refunds what waits for the payee, nothing of it afterwards', async () => {
  const refund = (out_refund_no: string, amount: number) => api.post('/v3/ecommerce/refunds/apply', {
    sp_appid: 'wx1', individual_auth_id, transaction_id, out_refund_no,
    amount: { refund: amount, total: 5800, currency: 'CNY' },
  })
  expect((await refund('R1', 800)).status).toBe(200)
  expect(await money()).toEqual([5000, 0, 0])
  expect(await apply(settling(5001))).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  await apply()
  await act()
  expect(await refund('R2', 1)).toMatchObject({ status: 403, code: 'NOT_ENOUGH' })
})

test('tells a fee that cannot be deducted only when asked', async () => {
  const { settle_batch_no } = (await apply({}, { [scenarioHeader]: 'SETTLEMENT_FEE_FAILED' })).body
  await act()
  await act()
  expect(await query(settle_batch_no)).toMatchObject({ state: 'DEDUCT_FEE_FAIL' })
  expect(await query(settle_batch_no)).not.toHaveProperty('finish_time')
  expect(await events(api)).toEqual(['TRANSACTION.SUCCESS'])
})

test('sends the money of an abnormal settlement on, once', async () => {
  const { settle_batch_no } = (await apply({}, { [scenarioHeader]: 'SETTLEMENT_ABNORMAL' })).body
  expect(await redirect(settle_batch_no)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  await act()
  expect(await query(settle_batch_no)).toMatchObject({ state: 'ABNORMAL' })
  const first = await redirect(settle_batch_no)
  expect(first.body).toMatchObject({
    state: 'ABNORMAL_SETTLE_SUCCESS', abnormal_type: 'USER_PAY_QUOTA_LIMIT',
    abnormal_settle_result: { out_abnormal_settle_batch_no: 'YC1', abnormal_fund_receipt_id: expect.stringMatching(/^0100\d{24}$/) },
  })
  expect(await redirect(settle_batch_no)).toEqual(first)
  const { abnormal_fund_receipt_id: receipt_id } = first.body.abnormal_settle_result as Record<string, string>
  expect((await api.get('/v3/abnormal-fund-processing/receipts/{receipt_id}', { receipt_id })).body).toMatchObject({
    receipt_state: 'RECEIPT_STATE_PENDING', transfer_amount: { total: 5800 },
  })
  expect(await money()).toEqual([0, 0, 0])
  expect(await redirect(settle_batch_no, 'YC2')).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('gets stuck if the payee took the authorization back meanwhile', async () => {
  const { settle_batch_no } = (await apply()).body
  await api.control.advance({ kind: 'individual-authorization', key: 'PAYEE_1' })
  await act()
  expect((await redirect(settle_batch_no)).body).toMatchObject({ abnormal_type: 'AUTH_RELATIONSHIP_INVALID' })
})

test.each<[string, () => Promise<object>]>([
  ['an unknown payee', () => apply({ individual_auth_id: '1' })],
  ['an unknown order', () => apply(settling(1, '4200'))],
  ['more than the order', () => apply(settling(5801))],
  ['an order of another payee', async () => {
    const own = individual_auth_id
    individual_auth_id = '2'
    const other = await sell('2')
    individual_auth_id = own
    return apply(settling(300, other))
  }],
  ['an order twice', async () => {
    await apply()
    return apply({ out_settle_batch_no: 'JS2' })
  }],
  ['another request under the same number', async () => {
    await apply()
    return apply({ description: '面包机' })
  }],
  ['an unknown settlement', () => redirect('1')],
])('refuses %s', async (_, request) => {
  expect(await request()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('refuses amounts that are not above zero', async () => {
  expect(await apply(settling(0))).toMatchObject({ status: 400, code: 'PARAM_ERROR' })
})
