import { beforeEach, expect, test } from 'vitest'
import { events, openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const part = (out_trade_no: string, total_amount: number) =>
  ({ mchid: '1900000109', out_trade_no, attach: out_trade_no, amount: { total_amount, currency: 'CNY' } })
const order = {
  combine_appid: 'wxd678efh567hg6787', combine_mchid: '1900000109', combine_out_trade_no: 'ORDER_C1',
  notify_url: 'https://shop.example/combine', sub_orders: [part('ORDER_A1', 10), part('ORDER_A2', 20)],
}
const prepay = (change = {}) => api.post('/v3/combine-transactions/jsapi', { ...order, ...change })
const one = { combine_out_trade_no: 'ORDER_C1' }
const query = () => api.get('/v3/combine-transactions/out-trade-no/{combine_out_trade_no}', one)
const close = (sub_orders = order.sub_orders) =>
  api.post('/v3/combine-transactions/out-trade-no/{combine_out_trade_no}/close', { combine_appid: order.combine_appid, sub_orders }, one)
const parts = async () => (await query()).body.sub_orders as { trade_state: string }[]
const states = async () => (await parts()).map(part => part.trade_state)

test('pays all parts at once, with one notification', async () => {
  expect((await prepay()).body.prepay_id).toMatch(/^wx/)
  expect(await states()).toEqual(['NOTPAY', 'NOTPAY'])
  expect(await api.control.pay()).toMatchObject([{ kind: 'combine-transaction', data: { state: 'SUCCESS' } }])
  expect((await query()).body.sub_orders).toMatchObject([
    { out_trade_no: 'ORDER_A1', trade_state: 'SUCCESS', amount: { total_amount: 10, payer_amount: 10 } },
    { out_trade_no: 'ORDER_A2', trade_state: 'SUCCESS', amount: { total_amount: 20, payer_amount: 20 } },
  ])
  expect(await events(api)).toEqual(['TRANSACTION.SUCCESS'])
  expect((await api.control.notifications())[0]?.resource).toMatchObject({
    combine_out_trade_no: 'ORDER_C1', sub_orders: [{ out_trade_no: 'ORDER_A1' }, { out_trade_no: 'ORDER_A2' }],
  })
})

test('refunds a part like any order', async () => {
  await prepay()
  await api.control.pay()
  const json = { out_trade_no: 'ORDER_A2', out_refund_no: 'R1', amount: { refund: 20, total: 20, currency: 'CNY' } }
  expect((await api.post('/v3/refund/domestic/refunds', json)).status).toBe(200)
  expect(await states()).toEqual(['SUCCESS', 'REFUND'])
})

test('closes all parts together', async () => {
  await prepay()
  expect((await close()).status).toBe(204)
  expect(await states()).toEqual(['CLOSED', 'CLOSED'])
  expect(await prepay()).toMatchObject({ status: 400, code: 'ORDER_CLOSED' })
})

test('closes a combined order only as a whole, with all parts named', async () => {
  await prepay()
  expect(await close([part('ORDER_A1', 10)])).toMatchObject({ status: 404, code: 'ORDERNOTEXIST' })
  const alone = { out_trade_no: 'ORDER_A1' }
  expect(await api.post('/v3/pay/transactions/out-trade-no/{out_trade_no}/close', { mchid: '1900000109' }, alone))
    .toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await states()).toEqual(['NOTPAY', 'NOTPAY'])
  expect((await close(order.sub_orders.toReversed())).status).toBe(204)
})

test('closes an expired order, which can no longer be paid', async () => {
  const late = { time_expire: '2025-01-02T12:00:00+08:00' }
  await prepay(late)
  api.control.clock.advance(3_600_000)
  expect(await states()).toEqual(['CLOSED', 'CLOSED'])
  await expect(api.control.pay()).rejects.toThrow(RangeError)
  expect(await prepay(late)).toMatchObject({ status: 400, code: 'ORDER_CLOSED' })
  expect(await events(api)).toEqual([])
})

test('rejects closing or ordering a paid order again', async () => {
  await prepay()
  await api.control.pay()
  expect(await close()).toMatchObject({ status: 400, code: 'ORDERPAID' })
  expect(await prepay()).toMatchObject({ status: 400, code: 'ORDERPAID' })
})

test('repeats the same order, and rejects other content or a part of another order', async () => {
  await prepay()
  expect((await prepay()).status).toBe(200)
  expect(await prepay({ sub_orders: [part('ORDER_A1', 11)] })).toMatchObject({ status: 403, code: 'OUT_TRADE_NO_USED' })
  expect(await prepay({ combine_out_trade_no: 'ORDER_C2' })).toMatchObject({ status: 403, code: 'OUT_TRADE_NO_USED' })
  expect((await api.control.state()).filter(({ key }) => key === 'ORDER_C2')).toEqual([])
})

test('rejects an unknown order', async () => {
  expect(await query()).toMatchObject({ status: 404, code: 'ORDERNOTEXIST' })
})
