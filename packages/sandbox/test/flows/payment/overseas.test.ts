import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const merchants = { mchid: '1900000109' }
const order = (change = {}) => ({
  ...merchants, appid: 'wx1', description: 'milk', out_trade_no: 'ORDER_A1', notify_url: 'https://shop.example/paid',
  trade_type: 'NATIVE', merchant_category_code: '1011', amount: { total: 1000, currency: 'HKD' }, ...change,
})
const query = async () =>
  (await api.get('/v3/global/transactions/out-trade-no/{out_trade_no}', { out_trade_no: 'ORDER_A1', query: merchants })).body

async function paid() {
  await api.post('/v3/global/transactions/native', order())
  await api.control.pay()
  return query()
}

test('converts an order in Hong Kong dollars to yuan', async () => {
  const body = await paid()
  expect(body).toMatchObject({
    trade_state: 'SUCCESS',
    amount: {
      total: 1000, currency: 'HKD', payer_total: 920, payer_currency: 'CNY',
      exchange_rate: { type: 'SETTLEMENT_RATE', rate: 92_000_000 },
    },
  })
  const byId = await api.get('/v3/global/transactions/id/{transaction_id}', { transaction_id: body.id, query: merchants })
  expect(byId.body).toEqual(body)
})

test('shows the trade type of an order that is not paid yet', async () => {
  await api.post('/v3/global/transactions/native', order())
  expect(await query()).toMatchObject({ trade_state: 'NOTPAY', trade_type: 'NATIVE' })
})

test('returns the address of a web page', async () => {
  const { body } = await api.post('/v3/global/transactions/mweb', order({ trade_type: 'MWEB' }))
  expect(body.mweb_url).toMatch(/^https:\/\/wx\.tenpay\.com\//)
  expect((await api.post('/v3/global/transactions/out-trade-no/{out_trade_no}/close', merchants, { out_trade_no: 'ORDER_A1' })).status).toBe(204)
  expect((await query()).trade_state).toBe('CLOSED')
})

test('reverses a code payment by WeChat Pay\'s number', async () => {
  const { body } = await api.post('/v3/global/micropay/transactions/pay', order({ trade_type: 'MICROPAY', payer: { auth_code: '1300' } }))
  expect(body.trade_state).toBe('SUCCESS')
  const { status } = await api.post('/v3/global/micropay/transactions/id/{transaction_id}/reverse', merchants, { transaction_id: body.id })
  expect(status).toBe(204)
  expect((await query()).trade_state).toBe('REVOKED')
})

test('shows single refunds, and lists the refunds of an order in pages', async () => {
  const { id } = await paid()
  const refund = (out_refund_no: string, refund: number) => api.post('/v3/global/refunds', {
    ...merchants, out_trade_no: 'ORDER_A1', out_refund_no, amount: { refund, total: 1000, currency: 'HKD' },
  })
  const first = await refund('R1', 400)
  expect(first.body).toMatchObject({
    out_refund_no: 'R1', amount: { refund: 400, currency: 'HKD', payer_refund: 368, payer_currency: 'CNY' },
  })
  await refund('R2', 600)
  expect(await refund('R3', 1)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  const one = await api.get('/v3/global/refunds/id/{refund_id}', { refund_id: first.body.id, query: merchants })
  expect(one.body).toMatchObject({ out_refund_no: 'R1', status: 'SUCCESS' })
  const all = await api.get('/v3/global/refunds', { query: { out_trade_no: 'ORDER_A1', ...merchants } })
  expect(all.body).toMatchObject({ id, total_num: 2, data: [{ out_refund_no: 'R1' }, { out_refund_no: 'R2' }] })
  const page = await api.get('/v3/global/refunds', { query: { transaction_id: id, offset: 1, count: 5 } })
  expect(page.body).toMatchObject({ total_num: 2, current_total_num: 1, data: [{ out_refund_no: 'R2' }] })
})

test('rejects refunds of an unknown order', async () => {
  expect(await api.get('/v3/global/refunds', { query: { out_trade_no: 'ORDER_B1' } })).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
})

test('shows a closed refund as REFUNDCLOSE', async () => {
  await paid()
  api.control.scenario.set('REFUND_CLOSED')
  const { body } = await api.post('/v3/global/refunds', {
    ...merchants, out_trade_no: 'ORDER_A1', out_refund_no: 'R1', amount: { refund: 400, total: 1000, currency: 'HKD' },
  })
  api.control.scenario.set()
  const one = await api.get('/v3/global/refunds/id/{refund_id}', { refund_id: body.id, query: merchants })
  expect(one.body).toMatchObject({ out_refund_no: 'R1', status: 'REFUNDCLOSE' })
})
