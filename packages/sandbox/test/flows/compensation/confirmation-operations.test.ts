import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

const insurer = '1900000119'
const prefix = '/v3/platsolution/ecommerce/mch-transfer/insurance-claim-bills'
const day = 24 * 3_600_000

let api: ReturnType<typeof openFlow>

/** The insurer has 1000 to pay claims. */
beforeEach(async () => {
  api = openFlow()
  await api.post('/v3/platsolution/ecommerce/recharges/apply', {
    sub_mchid: insurer, out_recharge_no: 'C1', recharge_scene: 'ECOMMERCE_PAYMENT', account_type: 'OPERATION',
    recharge_amount: { amount: 1000 },
  })
  await api.control.advance({ kind: 'recharge' })
})

const prepare = (change = {}) => api.post(`${prefix}/pre-transfer`, {
  sub_mchid: insurer, out_bill_no: 'B1', amount: 300, transfer_remark: '退货运费险',
  receiver: { type: 'TRANSACTION_USER', transaction_info: { transaction_id: '4200', type: 'WXPAY' } }, ...change,
})
const query = async () => (await api.get(`${prefix}/out-bill-no/{out_bill_no}`, { out_bill_no: 'B1' })).body
const cancel = (out_bill_no = 'B1') =>
  api.post(`${prefix}/out-bill-no/{out_bill_no}/cancel`, { sub_mchid: insurer }, { out_bill_no })
const advance = () => api.control.advance({ kind: 'compensation' })
const balance = async () => (await api.get('/v3/ecommerce/fund/balance/{sub_mchid}', {
  sub_mchid: insurer, query: { account_type: 'OPERATION' },
})).body.available_amount

test('locks the money until the user confirms', async () => {
  const { body } = await prepare()
  expect(body).toEqual({
    out_bill_no: 'B1', bill_id: expect.stringMatching(/^\d{40}$/), accept_time: '2025-01-02T11:04:05+08:00',
    package_info: expect.stringMatching(/./),
  })
  expect(await prepare()).toMatchObject({ body })
  expect([(await query()).state, await balance()]).toEqual(['WAIT_USER_CONFIRM', 700])
  await advance()
  expect([(await query()).state, await balance()]).toEqual(['SUCCESS', 700])
  expect(await prepare()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await cancel()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('gives the money back when the user does not confirm within a day', async () => {
  await prepare()
  api.control.clock.advance(day - 1000)
  expect((await query()).state).toBe('WAIT_USER_CONFIRM')
  api.control.clock.advance(1000)
  await expect(advance()).rejects.toThrow(RangeError)
  expect(await query()).toMatchObject({ state: 'CLOSED', close_info: { close_reason: expect.stringContaining('24 小时') } })
  expect(await balance()).toBe(1000)
  expect(await prepare()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('cancels before the user confirms, and gives the money back later', async () => {
  const { body: { bill_id } } = await prepare()
  expect(await cancel()).toMatchObject({
    status: 200, body: { out_bill_no: 'B1', bill_id, state: 'CANCELING', cancel_accept_time: '2025-01-02T11:04:05+08:00' },
  })
  expect([(await query()).state, await balance()]).toEqual(['CANCELING', 700])
  expect((await cancel()).body.state).toBe('CANCELING')
  await advance()
  expect([(await query()).state, await balance()]).toEqual(['CANCELLED', 1000])
  expect((await cancel()).body.state).toBe('CANCELLED')
  await expect(advance()).rejects.toThrow(RangeError)
})

test('gives the money back in scenario COMPENSATION_CLOSED', async () => {
  api.control.scenario.set('COMPENSATION_CLOSED')
  await prepare()
  api.control.scenario.set()
  await advance()
  expect([(await query()).state, await balance()]).toEqual(['CLOSED', 1000])
})

test('rejects more than the account holds, and forgets the request', async () => {
  expect(await prepare({ amount: 1001 })).toMatchObject({ status: 403, code: 'NOT_ENOUGH' })
  expect(await cancel()).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  expect((await prepare({ amount: 1000 })).status).toBe(200)
})

test('does not cancel what no user confirms', async () => {
  await api.post(prefix, {
    sub_mchid: insurer, out_bill_no: 'B1', amount: 300, transfer_remark: '退货运费险',
    receiver: { type: 'TRANSACTION_USER', transaction_info: { transaction_id: '4200' } },
  })
  expect(await cancel()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})
