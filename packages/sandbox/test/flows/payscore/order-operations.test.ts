import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const orders = '/v3/payscore/serviceorder'
const order = {
  appid: 'wx1', service_id: '500001', out_order_no: 'S1', service_introduction: '充电宝', notify_url: 'https://shop.example/score',
  risk_fund: { name: 'DEPOSIT', amount: 500 }, time_range: { start_time: 'OnAccept' },
}
const create = (change = {}) => api.post(orders, { ...order, ...change })
const act = (name: string, json = {}) =>
  api.post(`${orders}/{out_order_no}/${name}`, { appid: 'wx1', service_id: '500001', ...json }, { out_order_no: 'S1' })
const fees = (total_amount: number, amount = total_amount) => ({ post_payments: [{ name: '租借', amount }], total_amount })
const query = (change = {}) => api.get(orders, { query: { appid: 'wx1', service_id: '500001', out_order_no: 'S1', ...change } })
const events = async () => (await api.control.notifications()).map(({ event_type }) => event_type)

test('moves an order from created to paid', async () => {
  expect((await create()).body).toMatchObject({ state: 'CREATED', package: expect.any(String) })
  await api.control.advance()
  expect((await query()).body).toMatchObject({ state: 'DOING', state_description: 'USER_CONFIRM' })
  expect((await act('complete', fees(300))).body).toMatchObject({ state: 'DOING', state_description: 'MCH_COMPLETE', total_amount: 300 })
  await api.control.advance({ key: 'S1' })
  const { body } = await query()
  expect(body).toMatchObject({ state: 'DONE', collection: { state: 'USER_PAID', total_amount: 300, paying_amount: 0, paid_amount: 300 } })
  expect(body).not.toHaveProperty('state_description')
  expect(await events()).toEqual(['PAYSCORE.USER_CONFIRM', 'PAYSCORE.USER_PAID'])
  expect((await api.control.notifications())[1]?.resource).toMatchObject({ out_order_no: 'S1', state: 'DONE', total_amount: 300 })
})

test('starts an order at once if it needs no confirmation', async () => {
  expect((await create({ need_user_confirm: false })).body).toMatchObject({ state: 'DOING', state_description: 'USER_CONFIRM' })
})

test('modifies and collects an order that waits for payment', async () => {
  await create({ need_user_confirm: false })
  await act('complete', fees(300))
  expect((await act('modify', { ...fees(200), reason: '优惠' })).body).toMatchObject({ total_amount: 200, collection: { paying_amount: 200 } })
  expect(await act('modify', { ...fees(201), reason: '反悔' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect((await act('pay')).status).toBe(200)
  await api.control.advance()
  expect((await query()).body).toMatchObject({ collection: { paid_amount: 200 } })
})

test('replaces fees and discounts by a modification', async () => {
  await create({ need_user_confirm: false })
  const post_discounts = [{ name: '会员', description: '八折', amount: 60 }]
  expect((await act('complete', { ...fees(240, 300), post_discounts })).body).toMatchObject({ total_amount: 240, post_discounts })
  const { body } = await act('modify', { ...fees(200), reason: '优惠' })
  expect(body).toMatchObject({ total_amount: 200, post_payments: [{ amount: 200 }] })
  expect(body).not.toHaveProperty('post_discounts')
})

test('settles an order that was paid outside WeChat Pay', async () => {
  await create({ need_user_confirm: false })
  await act('complete', fees(300))
  const json = { type: 'Order_Paid', detail: { paid_time: '20250102110405' } }
  expect((await act('sync', json)).body).toMatchObject({ state: 'DONE', collection: { paid_amount: 300 } })
})

test('finishes an order without costs at once', async () => {
  await create({ need_user_confirm: false })
  expect((await act('complete', fees(0))).body).toMatchObject({ state: 'DONE', total_amount: 0 })
})

test('creates and completes an order in one request', async () => {
  const { body } = await api.post(`${orders}/direct-complete`, { ...order, ...fees(300) })
  expect(body).toMatchObject({ state: 'DOING', state_description: 'MCH_COMPLETE', total_amount: 300 })
})

test.each([
  ['a total that is not the sum', fees(300, 299), 'PARAM_ERROR'],
  ['more than the risk fund', fees(501), 'INVALID_REQUEST'],
])('rejects completing with %s', async (_, json, code) => {
  await create({ need_user_confirm: false })
  expect(await act('complete', json)).toMatchObject({ status: 400, code })
})

test.each([
  ['complete', 'INVALID_ORDER_STATE'], ['modify', 'INVALID_ORDER_STATE'], ['pay', 'INVALID_ORDER_STATE'],
])('rejects %s before the user has confirmed', async (name, code) => {
  await create()
  expect(await act(name, fees(1))).toMatchObject({ status: 400, code })
})

test('allows nothing after an order is cancelled', async () => {
  await create()
  expect((await act('cancel', { reason: '不租了' })).body.state).toBe('REVOKED')
  for (const name of ['cancel', 'complete', 'modify', 'pay', 'sync']) {
    expect(await act(name, fees(1))).toMatchObject({ status: 400, code: 'ORDER_CANCELED' })
  }
})

test('expires an order that is not confirmed for thirty days', async () => {
  await create()
  api.control.clock.advance(30 * 24 * 3_600_000 - 1)
  expect((await query()).body.state).toBe('CREATED')
  api.control.clock.advance(1)
  expect((await query()).body.state).toBe('EXPIRED')
  await expect(api.control.advance()).rejects.toThrow(RangeError)
  expect(await act('cancel', { reason: '不租了' })).toMatchObject({ status: 400, code: 'INVALID_ORDER_STATE' })
})

test('rejects changes of a paid order', async () => {
  await create({ need_user_confirm: false })
  await act('complete', fees(1))
  await api.control.advance()
  expect(await act('cancel')).toMatchObject({ status: 400, code: 'ORDER_DONE' })
})

test('repeats the same order, and rejects other content and an unknown order', async () => {
  expect((await create()).body).toEqual((await create()).body)
  expect(await create({ attach: 'x' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await query({ out_order_no: 'S2' })).toMatchObject({ status: 404, code: 'ORDER_NOT_EXIST' })
})
