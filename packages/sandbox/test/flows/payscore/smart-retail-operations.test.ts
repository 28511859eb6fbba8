import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const orders = '/v3/payscore/smartretail-orders'
const create = (need_user_confirm: boolean, change = {}) =>
  api.post(orders, { appid: 'wx1', service_id: '500001', out_order_no: 'S1', need_user_confirm, ...change })
const act = (name: string, json = {}) =>
  api.post(`${orders}/{out_order_no}/${name}`, { appid: 'wx1', service_id: '500001', ...json }, { out_order_no: 'S1' })
const query = async () => (await api.get(orders, { query: { appid: 'wx1', service_id: '500001', out_order_no: 'S1' } })).body
const taken = {
  fees: [{ fee_name: '矿泉水', fee_amount: 600 }, { fee_name: '饼干', fee_amount: 500 }],
  discounts: [{ discount_name: '新客', discount_amount: 200 }],
}

test('moves an order from created to paid', async () => {
  expect((await create(true)).body).toMatchObject({ out_order_no: 'S1', order_id: expect.any(String), package: expect.any(String) })
  expect((await query()).state).toBe('CREATED')
  await api.control.advance()
  expect((await query()).state).toBe('USER_ACCEPTED')
  expect((await act('complete', { ...taken, total_amount: 900 })).body.out_order_no).toBe('S1')
  expect(await query()).toMatchObject({ state: 'FINISHED', total_amount: 900 })
  await api.control.advance()
  expect(await query()).toMatchObject({ state: 'USER_PAID', finish_transaction_id: expect.stringMatching(/^42/) })
})

test('finishes an order without confirmation and fees at once', async () => {
  expect((await create(false)).body).not.toHaveProperty('package')
  await act('complete', { fees: [], total_amount: 0 })
  expect((await query()).state).toBe('USER_PAID')
})

test('rejects a total that is not the sum', async () => {
  await create(false)
  expect(await act('complete', { ...taken, total_amount: 901 })).toMatchObject({ status: 400, code: 'PARAM_ERROR' })
  expect((await query()).state).toBe('USER_ACCEPTED')
})

test('rejects operations that the state does not allow', async () => {
  await create(true)
  expect(await act('complete', taken)).toMatchObject({ status: 400, code: 'INVALID_ORDER_STATE' })
  await act('cancel', { reason: '用户投诉' })
  expect((await query()).state).toBe('REVOKED')
  expect(await act('complete', taken)).toMatchObject({ status: 400, code: 'ORDER_CANCELED' })
})

test('repeats the same order, and rejects other content', async () => {
  expect((await create(false)).body).toEqual((await create(false)).body)
  expect(await create(false, { risk_amount: 1 })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('rejects unknown orders if strict, and invents them if lenient', async () => {
  expect(await act('cancel')).toMatchObject({ status: 404, code: 'ORDER_NOT_EXIST' })
  api = openFlow({ strict: false })
  expect((await act('cancel')).body.out_order_no).toBe('S1')
})
