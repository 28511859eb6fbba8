import { beforeEach, expect, test } from 'vitest'
import { events, openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
const order = { mchid: '1900000109', out_trade_no: 'ORDER_A1', notify_url: 'https://shop.example/pay', amount: { total: 100 } }

beforeEach(async () => {
  api = openFlow()
  await api.post('/v3/pay/transactions/jsapi', order)
})

const refund = (out_refund_no: string, amount: number, change = {}) => api.post('/v3/refund/domestic/refunds', {
  out_trade_no: 'ORDER_A1', out_refund_no, amount: { refund: amount, total: 100, currency: 'CNY' }, ...change,
})
const query = (out_refund_no: string) => api.get('/v3/refund/domestic/refunds/{out_refund_no}', { out_refund_no })
const state = async () => (await api.get('/v3/pay/transactions/out-trade-no/{out_trade_no}', {
  out_trade_no: 'ORDER_A1', query: { mchid: '1900000109' },
})).body.trade_state

test('shows PROCESSING, then SUCCESS, moves the order to REFUND, and notifies the merchant', async () => {
  await api.control.pay()
  const accepted = await refund('R1', 40, { notify_url: 'https://shop.example/refund' })
  expect(accepted.body).toMatchObject({ status: 'PROCESSING', amount: { total: 100, refund: 40, payer_refund: 40 } })
  expect(accepted.body).not.toHaveProperty('success_time')
  expect((await query('R1')).body).toMatchObject({ status: 'SUCCESS', refund_id: accepted.body.refund_id })
  expect(await state()).toBe('REFUND')
  expect((await api.control.notifications()).at(-1)).toMatchObject({
    event_type: 'REFUND.SUCCESS', notify_url: 'https://shop.example/refund',
    resource: { out_refund_no: 'R1', refund_status: 'SUCCESS', amount: { total: 100, refund: 40 } },
  })
})

test('refunds in parts until nothing is left', async () => {
  await api.control.pay()
  expect((await refund('R1', 40)).status).toBe(200)
  expect((await refund('R2', 60)).status).toBe(200)
  expect(await refund('R3', 1)).toMatchObject({ status: 400, code: 'INVALID_REQUEST', message: expect.stringContaining('订单已全额退款') })
  expect((await query('R3')).status).toBe(404)
})

test('refunds once for the same request, and rejects another amount', async () => {
  await api.control.pay()
  const { body: { refund_id } } = await refund('R1', 100)
  expect((await refund('R1', 100)).body).toMatchObject({ refund_id, status: 'SUCCESS' })
  expect(await refund('R1', 99)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await events(api)).toEqual(['TRANSACTION.SUCCESS', 'REFUND.SUCCESS'])
})

test.each([
  ['more than was paid', 101, {}],
  ['another total than the order\'s', 1, { amount: { refund: 1, total: 99, currency: 'CNY' } }],
])('rejects %s', async (_, amount, change) => {
  await api.control.pay()
  expect(await refund('R1', amount, change)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await state()).toBe('SUCCESS')
})

test('rejects amounts that are not above zero', async () => {
  await api.control.pay()
  expect(await refund('R1', 0)).toMatchObject({ status: 400, code: 'PARAM_ERROR' })
})

test('knows no payment of an order that is unknown, unpaid or closed: 404, as in public logs of the real API', async () => {
  const missing = { status: 404, code: 'RESOURCE_NOT_EXISTS' }
  expect(await refund('R1', 1, { out_trade_no: 'ORDER_B1' })).toMatchObject(missing)
  expect(await refund('R1', 1)).toMatchObject(missing)
  const close = '/v3/pay/transactions/out-trade-no/{out_trade_no}/close'
  await api.post(close, { mchid: '1900000109' }, { out_trade_no: 'ORDER_A1' })
  expect(await refund('R1', 1)).toMatchObject(missing)
})

test('finds the order by WeChat Pay\'s number', async () => {
  const [paid] = await api.control.pay()
  const { transaction_id } = paid!.data
  const { body } = await refund('R1', 1, { out_trade_no: undefined, transaction_id })
  expect(body).toMatchObject({ out_trade_no: 'ORDER_A1', transaction_id })
})

test('allows fifty refunds per order', async () => {
  await api.control.pay()
  for (let count = 1; count <= 50; count++) expect((await refund(`R${count}`, 1)).status).toBe(200)
  expect(await refund('R51', 1)).toMatchObject({ status: 400, message: expect.stringMatching(/最多退款 50 次/) })
})

const available = async () =>
  (await api.get('/v3/merchant/fund/balance/{account_type}', { account_type: 'BASIC' })).body.available_amount

test('refuses a refund that the account cannot pay until it can: 403, as in public logs of the real API', async () => {
  await api.control.pay()
  await api.post('/v3/merchant/fund/withdraw', { out_request_no: 'W1', amount: 70, account_type: 'BASIC' })
  expect(await refund('R1', 31)).toMatchObject({
    status: 403, code: 'NOT_ENOUGH', message: expect.stringContaining('基本账户余额不足，请充值后重新发起：可用 30 分，申请 31 分'),
  })
  expect((await query('R1')).status).toBe(404)
  await api.post('/v3/pay/transactions/jsapi', { ...order, out_trade_no: 'ORDER_A2' })
  await api.control.pay({ key: 'ORDER_A2' })
  expect((await refund('R1', 31)).body.status).toBe('PROCESSING')
  expect(await available()).toBe(99)
})

test('takes the money when it accepts a refund, even one that cannot reach the user', async () => {
  await api.control.pay()
  api.control.scenario.set('REFUND_ABNORMAL')
  await refund('R1', 40)
  expect(await available()).toBe(60)
})

test('refunds an unknown order if lenient', async () => {
  api = openFlow({ strict: false })
  expect((await refund('R1', 40, { out_trade_no: 'ORDER_B1' })).body).toMatchObject({ out_trade_no: 'ORDER_B1', status: 'PROCESSING' })
  expect((await query('R1')).body).toMatchObject({ out_trade_no: 'ORDER_B1', status: 'SUCCESS' })
  expect(await refund('R2', 61, { out_trade_no: 'ORDER_B1' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

const retry = (refund_id: unknown) => api.post('/v3/refund/domestic/refunds/{refund_id}/apply-abnormal-refund', {
  out_refund_no: 'R1', type: 'MERCHANT_BANK_CARD',
}, { refund_id })

test('shows ABNORMAL until the money goes to a bank account', async () => {
  await api.control.pay()
  api.control.scenario.set('REFUND_ABNORMAL')
  const { body: { refund_id } } = await refund('R1', 40)
  api.control.scenario.set()
  expect((await query('R1')).body.status).toBe('ABNORMAL')
  expect((await retry(refund_id)).body).toMatchObject({ refund_id, status: 'PROCESSING' })
  expect((await query('R1')).body).toMatchObject({ status: 'SUCCESS', success_time: expect.any(String) })
  expect(await retry(refund_id)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await retry('1')).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
  expect(await events(api)).toEqual(['TRANSACTION.SUCCESS', 'REFUND.ABNORMAL', 'REFUND.SUCCESS'])
})

test('leaves the money of a closed refund for another refund', async () => {
  await api.control.pay()
  api.control.scenario.set('REFUND_CLOSED')
  await refund('R1', 100)
  api.control.scenario.set()
  expect((await query('R1')).body.status).toBe('CLOSED')
  expect(await state()).toBe('SUCCESS')
  expect((await refund('R2', 100)).status).toBe(200)
  expect((await events(api)).slice(1)).toEqual(['REFUND.CLOSED', 'REFUND.SUCCESS'])
})
