import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

const sub_mchid = '1900000118'
const path = '/v3/platsolution/ecommerce/withdraw/day-end-balance-withdraw'

let api: ReturnType<typeof openFlow>

/** The sub-merchant earned 500 until the end of yesterday. */
beforeEach(async () => {
  api = openFlow()
  await earn('ORDER_A1', 500)
  api.control.clock.advance(24 * 3_600_000)
})

async function earn(out_trade_no: string, total: number) {
  await api.post('/v3/pay/partner/transactions/native', {
    sp_appid: 'wx1', sp_mchid: '1900000109', sub_mchid, out_trade_no, amount: { total },
  })
  await api.control.pay()
}

const withdraw = (out_request_no: string, change = {}) =>
  api.post(path, { sub_mchid, out_request_no, calculate_amount_type: 'ONLY_DAY_END_BALANCE', ...change })
const query = (out_request_no: string) =>
  api.get(`${path}/out-request-no/{out_request_no}`, { out_request_no, query: { sub_mchid } })
const balance = async () =>
  (await api.get('/v3/ecommerce/fund/balance/{sub_mchid}', { sub_mchid })).body.available_amount
const spend = (amount: number) =>
  api.post('/v3/ecommerce/fund/withdraw', { sub_mchid, out_request_no: 'W1', amount })

test('withdraws what the account held at the end of yesterday, less the reserve', async () => {
  await earn('ORDER_A2', 70)
  expect((await withdraw('D1', { reserve_amount: 20 })).body).toMatchObject({
    status: 'PROCESSING', total_amount: 480, success_amount: 0, sub_mchid, sp_mchid: '1900000109',
  })
  expect(await balance()).toBe(90)
  await api.control.advance({ kind: 'day-end-withdrawal' })
  expect((await query('D1')).body).toMatchObject({ status: 'FINISHED', total_amount: 480, success_amount: 480, fail_amount: 0 })
  expect((await api.control.notifications()).at(-1)).toMatchObject({
    event_type: 'MCHWITHDRAW.CHANGE', resource: { sub_mchid, status: 'FINISHED', total_amount: 480 },
  })
})

test('rejects or lowers the amount if the balance fell since, as the request says', async () => {
  await spend(100)
  expect(await withdraw('D1')).toMatchObject({ status: 403, code: 'NOT_ENOUGH' })
  const lower = { calculate_amount_type: 'ALLOW_CURRENT_BALANCE' }
  expect(await withdraw('D1', { ...lower, reserve_amount: 400 })).toMatchObject({ status: 403, code: 'NOT_ENOUGH' })
  expect((await withdraw('D1', lower)).body.total_amount).toBe(400)
  expect(await balance()).toBe(0)
})

test('replies with the first amount if the request is repeated', async () => {
  const first = await withdraw('D1')
  expect(await withdraw('D1')).toEqual(first)
  expect(await balance()).toBe(0)
})

test.each([
  ['WITHDRAW_FAIL', 1, { fail_amount: 500, refund_amount: 0 }],
  ['WITHDRAW_RETURNED', 2, { fail_amount: 0, refund_amount: 500 }],
])('puts the money back in scenario %s', async (scenario, steps, amounts) => {
  api.control.scenario.set(scenario)
  await withdraw('D1')
  api.control.scenario.set()
  for (let step = 0; step < steps; step++) await api.control.advance({ kind: 'day-end-withdrawal' })
  expect((await query('D1')).body).toMatchObject({ status: 'ABNORMAL', success_amount: 0, ...amounts, reason: expect.stringMatching(/./) })
  expect(await balance()).toBe(500)
})

test('rejects an unknown number, and that of another sub-merchant', async () => {
  await withdraw('D1')
  expect(await query('D2')).toMatchObject({ status: 404, code: 'ORDER_NOT_EXIST' })
  expect(await api.get(`${path}/out-request-no/{out_request_no}`, { out_request_no: 'D1', query: { sub_mchid: '1900000119' } }))
    .toMatchObject({ status: 404, code: 'ORDER_NOT_EXIST' })
})
