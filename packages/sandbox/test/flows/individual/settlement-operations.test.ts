import { beforeEach, expect, test } from 'vitest'
import { scenarioHeader } from '../../../src/index.ts'
import { events, openFlow } from '../../support/flow.ts'

const path = '/v3/platsolution/ecommerce/settle/prepay-settle-orders'
const payees = '/v3/ecommerce/individual-contracts'

let api: ReturnType<typeof openFlow>
let individual_auth_id: unknown
let transaction_id: unknown

/** A payee who will take the authorization back, and a paid order of 5800. */
beforeEach(async () => {
  api = openFlow()
  const json = { appid: 'wx1', out_contract_code: 'PAYEE_1', openid: 'o1' }
  const headers = { [scenarioHeader]: 'AUTHORIZATION_WITHDRAWN' }
  await api.call('post', `${payees}/pre-entrust-sign/mini-program`, { json, headers })
  await api.post('/v3/pay/transactions/jsapi', {
    appid: 'wx1', mchid: '1900000109', out_trade_no: 'ORDER_A1', amount: { total: 5800 },
  })
  await api.control.advance()
  const payee = await api.get(`${payees}/{openid}`, { openid: 'o1', query: { appid: 'wx1' } })
  individual_auth_id = payee.body.individual_auth_id
  const order = await api.get('/v3/pay/transactions/out-trade-no/{out_trade_no}', { out_trade_no: 'ORDER_A1' })
  transaction_id = order.body.transaction_id
})

const settling = (amount: number, of = transaction_id) => ({ settle_info_list: [{
  out_settle_no: 'JS11', transaction_id: of, settle_detail_info_list: [{ out_settle_detail_no: 'JS111', amount: { amount } }],
}] })

const apply = (change = {}, headers = {}) => api.call('post', path, { headers, json: {
  out_settle_batch_no: 'JS1', individual_auth_id, notify_url: 'https://shop.example/settlements', description: '咖啡机',
  trade_scenario: 'RECOMMERCE', ...settling(5800), ...change,
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
