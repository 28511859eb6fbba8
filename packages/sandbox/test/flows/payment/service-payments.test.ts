import { beforeEach, expect, test } from 'vitest'
import { events, openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const base = { appid: 'wx1', service_id: '500001' }
const refund = (transaction_id: unknown, refund: number) => api.post('/v3/refund/domestic/refunds', {
  transaction_id, out_refund_no: 'R1', amount: { refund, total: 300, currency: 'CNY' },
})

test('refunds the payment of a service like an order', async () => {
  await api.post('/v3/payscore/serviceorder', { ...base, out_order_no: 'ORDER_S1', risk_fund: { name: 'DEPOSIT', amount: 500 }, time_range: { start_time: '20250102100000' } })
  await api.control.advance()
  const remind = () => api.post('/v3/payscore/serviceorder/{out_order_no}/send-pendingmessage', base, { out_order_no: 'ORDER_S1' })
  expect((await remind()).status).toBe(204)
  await api.post('/v3/payscore/serviceorder/{out_order_no}/complete', {
    ...base, post_payments: [{ name: '租借', amount: 300 }], total_amount: 300,
  }, { out_order_no: 'ORDER_S1' })
  expect(await remind()).toMatchObject({ status: 400, code: 'INVALID_ORDER_STATE' })
  const [paid] = await api.control.pay({ kind: 'payscore-order', key: 'ORDER_S1' })
  const { collection: { details: [{ transaction_id }] } } = paid!.data as never as {
    collection: { details: [{ transaction_id: string }] }
  }
  const { out_trade_no } = paid!.data
  expect((await refund(transaction_id, 300)).body).toMatchObject({ transaction_id, out_trade_no })
})

test('refunds the payment of a smart retail order like an order', async () => {
  await api.post('/v3/payscore/smartretail-orders', { ...base, out_order_no: 'ORDER_S2', need_user_confirm: false })
  await api.post('/v3/payscore/smartretail-orders/{out_order_no}/complete', {
    ...base, fees: [{ fee_name: '牛奶', fee_count: 1, fee_amount: 300 }], total_amount: 300,
  }, { out_order_no: 'ORDER_S2' })
  await api.control.pay()
  const { body } = await api.get('/v3/payscore/smartretail-orders', { query: { ...base, out_order_no: 'ORDER_S2' } })
  expect((await refund(body.finish_transaction_id, 100)).status).toBe(200)
  expect(await events(api)).toEqual(['PAYSCORE.USER_PAID', 'REFUND.SUCCESS'])
})
