import { beforeEach, expect, test } from 'vitest'
import { events, openFlow } from '../../support/flow.ts'
import { now } from '../../support/identity.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const order = {
  appid: 'wxd678efh567hg6787', mchid: '1900000109', description: '矿泉水', out_trade_no: 'ORDER_A1',
  notify_url: 'https://shop.example/notify', amount: { total: 100 },
}
const prepay = (change = {}, way = 'jsapi') => api.post(`/v3/pay/transactions/${way}`, { ...order, ...change })
const query = (out_trade_no = 'ORDER_A1') =>
  api.get('/v3/pay/transactions/out-trade-no/{out_trade_no}', { out_trade_no, query: { mchid: '1900000109' } })
const close = (out_trade_no = 'ORDER_A1') =>
  api.post('/v3/pay/transactions/out-trade-no/{out_trade_no}/close', { mchid: '1900000109' }, { out_trade_no })

test.each([
  ['jsapi', 'prepay_id', /^wx\d{34}$/],
  ['app', 'prepay_id', /^wx\d{34}$/],
  ['native', 'code_url', /^weixin:\/\/wxpay\/bizpayurl\?pr=\w+$/],
  ['h5', 'h5_url', /^https:\/\/wx\.tenpay\.com\/.*prepay_id=wx\d{34}/],
])('returns what starts a payment by %s', async (way, member, form) => {
  expect((await prepay({}, way)).body[member]).toMatch(form)
})

test('shows NOTPAY, and the transaction id once the user has paid', async () => {
  await prepay()
  expect((await query()).body).toEqual({
    appid: 'wxd678efh567hg6787', mchid: '1900000109', out_trade_no: 'ORDER_A1', trade_state: 'NOTPAY',
    trade_state_desc: '订单未支付', amount: { total: 100 },
  })
  await api.control.pay({ key: 'ORDER_A1' })
  const { body } = await query()
  expect(body).toMatchObject({
    trade_state: 'SUCCESS', trade_type: 'JSAPI', success_time: '2025-01-02T11:04:05+08:00',
    amount: { total: 100, payer_total: 100, currency: 'CNY', payer_currency: 'CNY' },
    payer: { openid: expect.stringMatching(/^o/) },
  })
  expect(body).not.toHaveProperty('notify_url')
  const byId = await api.get('/v3/pay/transactions/id/{transaction_id}', {
    transaction_id: body.transaction_id, query: { mchid: '1900000109' },
  })
  expect(byId.body).toEqual(body)
})

test.each([
  [{ payer_client_ip: '203.0.113.25' }, undefined],
  [{ payer_client_ip: '203.0.113.25', device_id: 'POS-1' }, { device_id: 'POS-1' }],
])('shows of the scene %j only %j', async (scene_info, shown) => {
  await prepay({ scene_info, payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' } })
  const { body } = await query()
  expect(body.scene_info).toEqual(shown)
  expect(body).not.toHaveProperty('payer')
})

test('notifies the merchant of a payment once', async () => {
  await prepay()
  await api.control.pay()
  await expect(api.control.pay()).rejects.toThrow(RangeError)
  const [notification, ...more] = await api.control.notifications()
  expect(more).toEqual([])
  expect(notification).toMatchObject({
    event_type: 'TRANSACTION.SUCCESS', notify_url: 'https://shop.example/notify',
    resource: { out_trade_no: 'ORDER_A1', trade_state: 'SUCCESS', amount: { total: 100, payer_total: 100 } },
  })
  expect(notification?.resource).not.toHaveProperty('description')
})

test('repeats the same order, and rejects other content', async () => {
  const first = await prepay()
  expect(await prepay()).toEqual(first)
  expect(await prepay({ amount: { total: 101 } })).toMatchObject({ status: 403, code: 'OUT_TRADE_NO_USED' })
  expect(await prepay({}, 'native')).toMatchObject({ status: 403, code: 'OUT_TRADE_NO_USED' })
})

test('closes an order repeatedly, and rejects paying or ordering it again', async () => {
  await prepay()
  expect((await close()).status).toBe(204)
  expect((await close()).status).toBe(204)
  const { body } = await query()
  expect(body.trade_state).toBe('CLOSED')
  for (const name of ['trade_type', 'transaction_id', 'payer']) expect(body).not.toHaveProperty(name)
  expect(await prepay()).toMatchObject({ status: 400, code: 'ORDER_CLOSED' })
  await expect(api.control.pay({ key: 'ORDER_A1' })).rejects.toThrow(/nothing waits/)
})

test('rejects closing or ordering a paid order again', async () => {
  await prepay()
  await api.control.pay()
  expect(await close()).toMatchObject({ status: 400, code: 'ORDERPAID' })
  expect(await prepay()).toMatchObject({ status: 400, code: 'ORDERPAID' })
})

test.each([
  ['as JSON.stringify writes a Date, as in wechatpay-axios-plugin#30', new Date(now() + 600_000).toISOString(), 600_000],
  ['of the past, a minute from now', '2024-12-31T00:00:00+08:00', 60_000],
  ['of this second, a minute from now', '2025-01-02T11:04:05+08:00', 60_000],
  ['over 15 days away, in 15 days', '2026-01-01T00:00:00+08:00', 15 * 24 * 3_600_000],
  ['that is missing, in 7 days', undefined, 7 * 24 * 3_600_000],
])('expires an order with a time_expire %s', async (_, time_expire, time) => {
  const order = await prepay({ time_expire })
  expect(order.status).toBe(200)
  expect(await prepay({ time_expire })).toEqual(order)
  api.control.clock.advance(time - 1)
  expect((await query()).body.trade_state).toBe('NOTPAY')
  api.control.clock.advance(1)
  expect((await query()).body.trade_state).toBe('CLOSED')
})

test('closes an expired order', async () => {
  await prepay({ time_expire: '2025-01-02T11:34:05+08:00' })
  expect((await query()).body.trade_state).toBe('NOTPAY')
  api.control.clock.advance(30 * 60_000)
  await expect(api.control.pay()).rejects.toThrow(RangeError)
  expect((await query()).body.trade_state).toBe('CLOSED')
})

test('rejects unknown orders if strict, and invents them if lenient', async () => {
  expect(await query('ORDER_B1')).toMatchObject({ status: 404, code: 'ORDER_NOT_EXIST' })
  expect(await close('ORDER_B1')).toMatchObject({ status: 404, code: 'ORDER_NOT_EXIST' })
  api = openFlow({ strict: false })
  expect((await query('ORDER_B1')).body).toMatchObject({ out_trade_no: 'ORDER_B1' })
  expect((await close('ORDER_B1')).status).toBe(204)
  expect(await api.control.state()).toEqual([])
})

test('keeps the members of a partner\'s order', async () => {
  const { appid: sp_appid, mchid: sp_mchid, ...rest } = order
  await api.post('/v3/pay/partner/transactions/native', { sp_appid, sp_mchid, sub_mchid: '1900000209', ...rest })
  await api.control.pay({ kind: 'transaction' })
  const { body } = await api.get('/v3/pay/partner/transactions/out-trade-no/{out_trade_no}', {
    out_trade_no: 'ORDER_A1', query: { sp_mchid, sub_mchid: '1900000209' },
  })
  expect(body).toMatchObject({ sp_mchid, sub_mchid: '1900000209', trade_type: 'NATIVE', trade_state: 'SUCCESS' })
})

test('accepts any character in a business key', async () => {
  for (const key of ['a/b', 'a:b', 'a*b', 'A|b', '订单', '.', '..', 'a%2Fb', 'a?b']) {
    await prepay({ out_trade_no: key, description: key })
  }
  const kept = (await api.control.state()).map(({ key }) => key)
  expect(kept.sort()).toEqual(['a/b', 'a:b', 'a*b', 'A|b', '订单', '.', '..', 'a%2Fb', 'a?b'].sort())
  expect(await events(api)).toEqual([])
})

test('finds an order only by its own merchants', async () => {
  await prepay()
  const of = (mchid: string) =>
    api.get('/v3/pay/transactions/out-trade-no/{out_trade_no}', { out_trade_no: 'ORDER_A1', query: { mchid } })
  expect(await of('1900000208')).toMatchObject({ status: 404, code: 'ORDER_NOT_EXIST' })
  expect((await of('1900000109')).status).toBe(200)
})

test.each([
  ['/v3/pay/transactions/native', { mchid: '1900000208' }],
  ['/v3/pay/partner/transactions/native', { mchid: undefined, sp_mchid: '1900000208' }],
  ['/v3/pay/transactions/codepay', { mchid: '1900000208' }],
  ['/v3/combine-transactions/jsapi', { mchid: undefined, combine_mchid: '1900000208', combine_out_trade_no: 'ORDER_C1' }],
])('rejects an order of another merchant than the signing one: %s', async (path, change) => {
  expect(await api.post(path, { ...order, ...change })).toMatchObject({ status: 400, code: 'PARAM_ERROR' })
})
