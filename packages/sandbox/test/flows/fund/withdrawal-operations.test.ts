import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'
import { signed } from '../../support/request.ts'

const sub_mchid = '1900000118'
const notify_url = 'https://shop.example/withdrawals'

let api: ReturnType<typeof openFlow>

/** The platform earns 1000, its sub-merchant 500. */
beforeEach(async () => {
  api = openFlow()
  await api.post('/v3/pay/transactions/native', { appid: 'wx1', mchid: '1900000109', out_trade_no: 'ORDER_A1', amount: { total: 1000 } })
  await api.post('/v3/pay/partner/transactions/native', {
    sp_appid: 'wx1', sp_mchid: '1900000109', sub_mchid, out_trade_no: 'ORDER_A2', amount: { total: 500 },
  })
  await api.control.pay()
})

const withdraw = (out_request_no: string, amount: number, change = {}) =>
  api.post('/v3/merchant/fund/withdraw', { out_request_no, amount, account_type: 'BASIC', notify_url, ...change })
const withdrawSub = (out_request_no: string, amount: number, change = {}) =>
  api.post('/v3/ecommerce/fund/withdraw', { sub_mchid, out_request_no, amount, notify_url, ...change })
const query = (out_request_no: string) =>
  api.get('/v3/merchant/fund/withdraw/out-request-no/{out_request_no}', { out_request_no })
const querySub = (out_request_no: string) =>
  api.get('/v3/ecommerce/fund/withdraw/out-request-no/{out_request_no}', { out_request_no, query: { sub_mchid } })
const balance = async () =>
  (await api.get('/v3/merchant/fund/balance/{account_type}', { account_type: 'BASIC' })).body.available_amount
const subBalance = async () =>
  (await api.get('/v3/ecommerce/fund/balance/{sub_mchid}', { sub_mchid })).body.available_amount
const lastNews = async () => (await api.control.notifications()).at(-1)

async function withdrawIn(scenario: string, out_request_no: string, amount: number) {
  api.control.scenario.set(scenario)
  await withdraw(out_request_no, amount)
  api.control.scenario.set()
}

test('takes the money out when it accepts, and notifies when the bank has paid', async () => {
  const { body } = await withdraw('W1', 300, { remark: '周结' })
  expect(body).toEqual({ withdraw_id: expect.stringMatching(/^3029\d{28}$/), out_request_no: 'W1' })
  expect(await balance()).toBe(700)
  expect((await query('W1')).body).toMatchObject({ status: 'CREATE_SUCCESS', amount: 300, reason: '', remark: '周结' })
  await api.control.advance({ kind: 'withdrawal' })
  const { body: done } = await query('W1')
  expect(done).toMatchObject({ status: 'SUCCESS', withdraw_id: body.withdraw_id, reason: '', solution: '' })
  expect(await balance()).toBe(700)
  expect(await lastNews()).toMatchObject({
    event_type: 'MCHWITHDRAW.CHANGE', notify_url, resource: { status: 'SUCCESS', out_request_no: 'W1', amount: 300, solution: '' },
  })
  const withdraw_id = String(body.withdraw_id)
  expect((await api.get('/v3/merchant/fund/withdraw/withdraw-id/{withdraw_id}', { withdraw_id })).body).toEqual(done)
  await expect(api.control.advance({ kind: 'withdrawal' })).rejects.toThrow(RangeError)
})

test('withdraws a sub-merchant\'s money from its own account', async () => {
  await withdrawSub('W1', 500)
  expect([await balance(), await subBalance()]).toEqual([1000, 0])
  await api.control.advance({ kind: 'withdrawal' })
  expect((await querySub('W1')).body).toMatchObject({ sub_mchid, sp_mchid: '1900000109', status: 'SUCCESS', account_type: 'BASIC' })
  expect((await lastNews())?.resource).toMatchObject({ sub_mchid, sp_mchid: '1900000109', status: 'SUCCESS' })
})

test('puts the money back when the bank does not pay', async () => {
  await withdrawIn('WITHDRAW_FAIL', 'W1', 300)
  expect(await balance()).toBe(700)
  await api.control.advance({ kind: 'withdrawal' })
  expect((await query('W1')).body).toMatchObject({ status: 'FAIL', reason: expect.stringMatching(/./), solution: expect.stringMatching(/./) })
  expect(await balance()).toBe(1000)
  await expect(api.control.advance({ kind: 'withdrawal' })).rejects.toThrow(RangeError)
})

// Official answers of 2026-06 (4014075940): only a withdrawal in INIT is closed.
test('closes a withdrawal before the money leaves the account', async () => {
  await withdrawIn('WITHDRAW_CLOSED', 'W1', 300)
  expect((await query('W1')).body).toMatchObject({ status: 'INIT', reason: '', solution: '' })
  expect(await balance()).toBe(1000)
  await api.control.advance({ kind: 'withdrawal' })
  expect((await query('W1')).body).toMatchObject({ status: 'CLOSE', reason: '商户被处罚或风控拦截' })
  expect((await lastNews())?.resource).toMatchObject({ status: 'CLOSE', out_request_no: 'W1' })
  expect(await balance()).toBe(1000)
  await expect(api.control.advance({ kind: 'withdrawal' })).rejects.toThrow(RangeError)
})

test('puts the money back when the bank returns it after success', async () => {
  await withdrawIn('WITHDRAW_RETURNED', 'W1', 300)
  await api.control.advance({ kind: 'withdrawal' })
  expect((await query('W1')).body).toMatchObject({ status: 'SUCCESS', reason: '' })
  expect(await balance()).toBe(700)
  await api.control.advance({ kind: 'withdrawal' })
  expect((await query('W1')).body).toMatchObject({ status: 'REFUND', reason: expect.stringContaining('退票') })
  expect(await balance()).toBe(1000)
})

test('withdraws once if the request is repeated, and rejects other parameters', async () => {
  const first = await withdraw('W1', 300)
  expect(await withdraw('W1', 300)).toEqual(first)
  expect(await balance()).toBe(700)
  expect(await withdraw('W1', 301)).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('lets every merchant number its withdrawals by itself', async () => {
  const { body } = await withdraw('W1', 300)
  await withdrawSub('W1', 200)
  expect((await withdrawSub('W1', 100, { sub_mchid: '1900000119' })).code).toBe('NOT_ENOUGH')
  expect([(await query('W1')).body.amount, (await querySub('W1')).body.amount]).toEqual([300, 200])
  const withdraw_id = String(body.withdraw_id)
  expect((await query('W1')).body.withdraw_id).toBe(withdraw_id)
})

// Official answers of 2026-06 (4014075940).
test('refuses more than the account holds, and waits in INIT for the same request', async () => {
  expect(await withdraw('W1', 1001)).toMatchObject({ status: 403, code: 'NOT_ENOUGH' })
  expect((await query('W1')).body).toMatchObject({ status: 'INIT', amount: 1001 })
  await expect(api.control.advance({ kind: 'withdrawal' })).rejects.toThrow(RangeError)
  await api.post('/v3/pay/transactions/native', { appid: 'wx1', mchid: '1900000109', out_trade_no: 'ORDER_A3', amount: { total: 1 } })
  await api.control.pay()
  expect((await withdraw('W1', 1001)).status).toBe(200)
  expect(await balance()).toBe(0)
  expect(await withdraw('W2', 1, { account_type: 'OPERATION' })).toMatchObject({ status: 403, code: 'NOT_ENOUGH' })
})

test('shows a withdrawal and its return in the fund flow bill', async () => {
  await withdrawIn('WITHDRAW_FAIL', 'W1', 300)
  await api.control.advance({ kind: 'withdrawal' })
  api.control.clock.advance(24 * 3_600_000)
  const { body } = await api.get('/v3/bill/fundflowbill', { query: { bill_date: '2025-01-02' } })
  const { pathname, search } = new URL(String(body.download_url))
  const text = await (await api.fetch(signed('GET', pathname + search))).text()
  const lines = text.split('\r\n').map(line => line.split(',')).filter(([, , , business]) => business?.startsWith('`提现'))
  expect(lines.map(([, , , business, , direction, amount]) => [business, direction, amount])).toEqual([
    ['`提现', '`支出', '`3.00'], ['`提现退回', '`收入', '`3.00'],
  ])
})
