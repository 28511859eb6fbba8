import { beforeEach, expect, test } from 'vitest'
import { events, openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
let transaction_id: string

beforeEach(async () => {
  api = openFlow()
  const order = { mchid: '1900000109', out_trade_no: 'ORDER_A1', notify_url: 'https://shop.example/pay', amount: { total: 100 } }
  await api.post('/v3/pay/transactions/jsapi', { ...order, settle_info: { profit_sharing: true } })
  await api.post('/v3/pay/transactions/jsapi', { ...order, out_trade_no: 'ORDER_A2' })
  transaction_id = String((await api.control.pay())[0]!.data.transaction_id)
  for (const account of ['M1', 'M2']) await add(account)
})

const add = (account: string) =>
  api.post('/v3/profitsharing/receivers/add', { appid: 'wx1', type: 'MERCHANT_ID', account, relation_type: 'STORE' })
const receiver = (account: string, amount: number) =>
  ({ type: 'MERCHANT_ID', account, amount, description: '分给门店' })
const share = (out_order_no: string, receivers: unknown[], change = {}) => api.post('/v3/profitsharing/orders', {
  appid: 'wx1', transaction_id, out_order_no, receivers, unfreeze_unsplit: false, ...change,
})
const left = async () => (await api.get('/v3/profitsharing/transactions/{transaction_id}/amounts', { transaction_id }))
  .body.unsplit_amount
const query = (out_order_no: string) =>
  api.get('/v3/profitsharing/orders/{out_order_no}', { out_order_no, query: { transaction_id } })
const unfreeze = (out_order_no: string) =>
  api.post('/v3/profitsharing/orders/unfreeze', { transaction_id, out_order_no, description: '解冻' })
const giveBack = (out_return_no: string, amount: number, change = {}) => api.post('/v3/profitsharing/return-orders', {
  out_order_no: 'P1', out_return_no, return_mchid: 'M1', amount, description: '退货', ...change,
})

test('shares with two receivers: PROCESSING, then FINISHED, and the rest decreases', async () => {
  const { body } = await share('P1', [receiver('M1', 30), receiver('M2', 20)])
  expect(body).toMatchObject({ state: 'PROCESSING', receivers: [{ result: 'PENDING' }, { result: 'PENDING' }] })
  expect((await query('P1')).body).toMatchObject({
    state: 'FINISHED', order_id: body.order_id,
    receivers: [{ account: 'M1', amount: 30, result: 'SUCCESS' }, { account: 'M2', amount: 20, result: 'SUCCESS' }],
  })
  expect(await left()).toBe(50)
  expect((await events(api)).slice(-2)).toEqual(['PROFITSHARING.SUCCESS', 'PROFITSHARING.SUCCESS'])
  expect((await api.control.notifications()).at(-1)?.resource).toMatchObject({ receiver: { account: 'M2', amount: 20 } })
})

test('compares the name of a receiver with its name when it was added, if both are given', async () => {
  await api.post('/v3/profitsharing/receivers/add', {
    appid: 'wx1', type: 'PERSONAL_OPENID', account: 'o1', relation_type: 'USER', name: '张三',
  })
  const person = (name?: string) => ({ type: 'PERSONAL_OPENID', account: 'o1', amount: 1, description: '分给个人', name })
  expect(await share('P1', [person('李四')])).toMatchObject({
    status: 400, code: 'INVALID_REQUEST', message: expect.stringContaining('o1 的姓名或全称（name）与添加时不一致'),
  })
  expect((await share('P1', [person('张三')])).status).toBe(200)
  expect((await share('P2', [person()])).status).toBe(200)
  expect((await share('P3', [{ ...receiver('M1', 1), name: '门店' }])).status).toBe(200)
})

test('rejects sharing more than the rest', async () => {
  await share('P1', [receiver('M1', 60)])
  expect(await share('P2', [receiver('M1', 41)])).toMatchObject({ status: 403, code: 'NOT_ENOUGH' })
  expect(await left()).toBe(40)
  expect((await share('P2', [receiver('M1', 40)])).status).toBe(200)
})

test('finds a sharing order only with its own transaction id', async () => {
  await share('P1', [receiver('M1', 30)])
  await giveBack('ORDER_B1', 10)
  const other = { transaction_id: '4200001234000000000000000000' }
  expect(await api.get('/v3/profitsharing/orders/{out_order_no}', { out_order_no: 'P1', query: other }))
    .toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
  const returned = (out_order_no: string) =>
    api.get('/v3/profitsharing/return-orders/{out_return_no}', { out_return_no: 'ORDER_B1', query: { out_order_no } })
  expect((await returned('P1')).status).toBe(200)
  expect(await returned('P2')).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
})

test('rejects an order without frozen money', async () => {
  expect(await share('P1', [])).toMatchObject({ status: 400, code: 'PARAM_ERROR' })
  expect(await query('P1')).toMatchObject({ status: 404 })
})

test('limits a sub-merchant to its ratio over all requests', async () => {
  const sub_mchid = '1900000118'
  await api.post('/v3/pay/partner/transactions/native', {
    sp_mchid: '1900000109', sub_mchid, out_trade_no: 'ORDER_B1', amount: { total: 101 }, settle_info: { profit_sharing: true },
  })
  const [paid] = await api.control.pay()
  const shareIts = (out_order_no: string, amount: number) =>
    share(out_order_no, [receiver('M1', amount)], { sub_mchid, transaction_id: paid!.data.transaction_id })
  expect((await shareIts('P1', 20)).status).toBe(200)
  expect(await shareIts('P2', 11)).toMatchObject({ status: 403, code: 'RULE_LIMIT' })
  expect((await shareIts('P2', 10)).status).toBe(200)
})

test('shares once for the same request, and rejects another under its number', async () => {
  await share('P1', [receiver('M1', 30)])
  expect((await share('P1', [receiver('M1', 30)])).body.state).toBe('FINISHED')
  expect(await left()).toBe(70)
  expect(await share('P1', [receiver('M1', 31)])).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('requires a receiver that was added and not deleted', async () => {
  expect(await share('P1', [receiver('M3', 1)])).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  await add('M3')
  expect((await share('P1', [receiver('M3', 1)])).status).toBe(200)
  const json = { appid: 'wx1', type: 'MERCHANT_ID', account: 'M3' }
  expect((await api.post('/v3/profitsharing/receivers/delete', json)).body).toEqual({ type: 'MERCHANT_ID', account: 'M3' })
  expect(await share('P2', [receiver('M3', 1)])).toMatchObject({ status: 400 })
  expect(await api.post('/v3/profitsharing/receivers/delete', json)).toMatchObject({ status: 404 })
})

test.each([
  ['an unknown order', 404, 'RESOURCE_NOT_EXISTS', () => ({ transaction_id: '4200000000' })],
  ['an order that was not frozen', 400, 'INVALID_REQUEST', async () => ({
    transaction_id: (await api.control.state()).find(({ key }) => key === 'ORDER_A2')!.data.transaction_id,
  })],
  ['rejects an order without frozen money', 400, 'PARAM_ERROR', () => ({ receivers: [receiver('M1', 0)] })],
])('rejects %s', async (_, status, code, change) => {
  expect(await share('P1', [receiver('M1', 1)], await change())).toMatchObject({ status, code })
})

test('unfreezes the rest for the merchant, and ends sharing', async () => {
  await share('P1', [receiver('M1', 30)])
  const { body } = await unfreeze('P2')
  expect(body).toMatchObject({ receivers: [{ account: '1900000109', amount: 70 }] })
  expect(JSON.stringify(body)).not.toContain('fail_reason')
  expect(await left()).toBe(0)
  expect(await share('P3', [receiver('M1', 1)])).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await unfreeze('P4')).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('unfreezes the rest together with sharing', async () => {
  await share('P1', [receiver('M1', 30)], { unfreeze_unsplit: true })
  expect(await left()).toBe(0)
})

test('returns money of a receiver, never more than it got', async () => {
  await share('P1', [receiver('M1', 30)])
  expect((await giveBack('ORDER_B1', 20)).body).toMatchObject({ result: 'PROCESSING', amount: 20 })
  const { body } = await api.get('/v3/profitsharing/return-orders/{out_return_no}', {
    out_return_no: 'ORDER_B1', query: { out_order_no: 'P1' },
  })
  expect(body).toMatchObject({ result: 'SUCCESS', out_order_no: 'P1' })
  expect((await events(api)).at(-1)).toBe('PROFITSHARING.RETURN')
  expect(await giveBack('ORDER_B2', 11)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await giveBack('ORDER_B2', 1, { return_mchid: 'M2' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await giveBack('ORDER_B2', 1, { out_order_no: 'P9' })).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
  expect((await giveBack('ORDER_B1', 20)).status).toBe(200)
  expect(await giveBack('ORDER_B1', 19)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

const queryReturn = (out_return_no: string) =>
  api.get('/v3/profitsharing/return-orders/{out_return_no}', { out_return_no, query: { out_order_no: 'P1' } })
const available = async () =>
  (await api.get('/v3/merchant/fund/balance/{account_type}', { account_type: 'BASIC' })).body.available_amount
const spend = (amount: number) => api.post('/v3/ecommerce/fund/withdraw', { sub_mchid: 'M1', out_request_no: 'W1', amount })

test('keeps a return waiting while the receiver lacks the money', async () => {
  await share('P1', [receiver('M1', 80)])
  await spend(80)
  const lacking = { status: 403, code: 'NOT_ENOUGH', message: expect.stringContaining('可用余额不足，请充值后重新发起') }
  expect(await giveBack('B1', 30)).toMatchObject(lacking)
  expect((await queryReturn('B1')).body).toMatchObject({ result: 'PROCESSING', amount: 30 })
  expect(await available()).toBe(100)
  expect(await giveBack('B1', 30)).toMatchObject(lacking)
  await share('P2', [receiver('M1', 20)])
  expect(await giveBack('B1', 30)).toMatchObject(lacking)
  expect((await giveBack('B2', 20)).status).toBe(200)
  expect(await available()).toBe(120)
})

test('gives up a return after five days; another number may succeed', async () => {
  await share('P1', [receiver('M1', 80)])
  await spend(80)
  await giveBack('B1', 20)
  api.control.clock.advance(5 * 24 * 3_600_000)
  const failed = { result: 'FAILED', fail_reason: 'TIME_OUT_CLOSED' }
  expect((await giveBack('B1', 20)).body).toMatchObject(failed)
  expect((await queryReturn('B1')).body).toMatchObject(failed)
  await share('P2', [receiver('M1', 20)])
  expect((await giveBack('B2', 20)).status).toBe(200)
})

test('refunds shared money only after the end of sharing, from whatever the merchant has available', async () => {
  const refund = (out_refund_no: string, amount: number, of: object = { transaction_id }) => api.post('/v3/refund/domestic/refunds', {
    ...of, out_refund_no, amount: { refund: amount, total: 100, currency: 'CNY' },
  })
  await share('P1', [receiver('M1', 80)])
  expect(await refund('R1', 21)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  await giveBack('ORDER_B1', 1)
  expect(await refund('R1', 21)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  await unfreeze('P2')
  expect((await refund('R1', 100)).status).toBe(200)
  const other = { out_trade_no: 'ORDER_A2' }
  expect(await refund('R2', 22, other)).toMatchObject({ status: 403, code: 'NOT_ENOUGH' })
  expect((await refund('R2', 21, other)).status).toBe(200)
})
