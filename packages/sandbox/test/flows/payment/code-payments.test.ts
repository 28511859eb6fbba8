import { beforeEach, expect, test } from 'vitest'
import { events, openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const order = {
  appid: 'wx1', mchid: '1900000109', description: '牛奶', out_trade_no: 'ORDER_A1', amount: { total: 100 },
  payer: { auth_code: '130061098828009406' }, scene_info: { store_info: { id: '1' } },
}
const scan = (change = {}) => api.post('/v3/pay/transactions/codepay', { ...order, ...change })
const query = async () => (await api.get('/v3/pay/transactions/out-trade-no/{out_trade_no}', {
  out_trade_no: 'ORDER_A1', query: { mchid: '1900000109' },
})).body
const reverse = (out_trade_no = 'ORDER_A1') => api.post('/v3/pay/transactions/out-trade-no/{out_trade_no}/reverse', {
  appid: 'wx1', mchid: '1900000109',
}, { out_trade_no })

test('pays a scanned code at once, without a notification', async () => {
  const { status, body } = await scan()
  expect(status).toBe(200)
  expect(body).toMatchObject({
    out_trade_no: 'ORDER_A1', trade_type: 'MICROPAY', trade_state: 'SUCCESS', transaction_id: expect.stringMatching(/^4200\d{24}$/),
    payer: { openid: expect.any(String) }, amount: { total: 100, payer_total: 100 },
  })
  expect(body.payer).not.toHaveProperty('auth_code')
  expect(await query()).toMatchObject({ trade_state: 'SUCCESS', transaction_id: body.transaction_id })
  expect((await scan()).body).toEqual(body)
  expect(await scan({ amount: { total: 101 } })).toMatchObject({ status: 403, code: 'OUT_TRADE_NO_USED' })
  expect(await events(api)).toEqual([])
})

test('shows USERPAYING until the user enters the password', async () => {
  api.control.scenario.set('USERPAYING')
  expect((await scan()).body).toMatchObject({ trade_state: 'USERPAYING' })
  api.control.scenario.set()
  expect((await query()).trade_state).toBe('USERPAYING')
  await api.control.pay({ kind: 'transaction', key: 'ORDER_A1' })
  expect((await query()).trade_state).toBe('SUCCESS')
})

test('closes an order whose password the user does not enter, at its expiry', async () => {
  api.control.scenario.set('USERPAYING')
  await scan({ time_expire: '2025-01-02T11:14:05+08:00' })
  api.control.scenario.set()
  api.control.clock.advance(600_000 - 1)
  expect((await query()).trade_state).toBe('USERPAYING')
  api.control.clock.advance(1)
  expect((await query()).trade_state).toBe('CLOSED')
})

test.each([
  ['paid', undefined, { status: 400, code: 'INVALID_REQUEST' }],
  ['waiting for the password', 'USERPAYING', { status: 404, code: 'RESOURCE_NOT_EXISTS' }],
])('reverses an order that is %s, repeatedly, and then allows nothing else', async (_, scenario, refused) => {
  api.control.scenario.set(scenario)
  await scan()
  api.control.scenario.set()
  expect((await reverse()).body).toEqual({ out_trade_no: 'ORDER_A1' })
  expect((await reverse()).status).toBe(200)
  expect((await query()).trade_state).toBe('REVOKED')
  await expect(api.control.pay({ key: 'ORDER_A1' })).rejects.toThrow(RangeError)
  expect(await api.post('/v3/refund/domestic/refunds', {
    out_trade_no: 'ORDER_A1', out_refund_no: 'R1', amount: { refund: 1, total: 100, currency: 'CNY' },
  })).toMatchObject(refused)
})

test('rejects reversing other orders and unknown ones', async () => {
  await api.post('/v3/pay/transactions/jsapi', { ...order, payer: { openid: 'o1' } })
  expect(await reverse()).toMatchObject({ status: 400, code: 'INVALID_REQUEST', message: expect.stringContaining('付款码') })
  expect(await reverse('ORDER_B1')).toMatchObject({ status: 404, code: 'ORDER_NOT_EXIST' })
})

test('identifies the user to partner and sub-merchant', async () => {
  const { appid, mchid, ...rest } = order
  const { body } = await api.post('/v3/pay/partner/transactions/codepay', {
    ...rest, sp_appid: appid, sp_mchid: mchid, sub_appid: 'wx2', sub_mchid: '1900000118',
  })
  expect(body).toMatchObject({
    sp_mchid: '1900000109', sub_mchid: '1900000118', payer: { sp_openid: expect.any(String), sub_openid: expect.any(String) },
  })
})

test('prepays an order that signs a contract like any other', async () => {
  const { status, body } = await api.post('/v3/pay/transactions/jsapi-with-contract', { ...order, payer: { openid: 'o1' } })
  expect([status, body.prepay_id]).toEqual([200, expect.stringMatching(/^wx\d{34}$/)])
  await api.control.pay()
  expect(await query()).toMatchObject({ trade_state: 'SUCCESS', payer: { openid: 'o1' } })
})
