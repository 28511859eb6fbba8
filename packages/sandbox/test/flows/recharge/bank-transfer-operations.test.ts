import { beforeEach, expect, test } from 'vitest'
import { published } from '../../support/documented.ts'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const apply = (path: string, out_recharge_no: string, change = {}) => api.post(`${path}/apply`, {
  out_recharge_no, recharge_scene: 'NORMAL_BANK_TRANSFER', account_type: 'OPERATION', recharge_amount: { amount: 500 }, ...change,
})
const query = (path: string, out_recharge_no: string) =>
  api.get(`${path}/out-recharge-no/{out_recharge_no}`, { out_recharge_no })
const balance = async () =>
  (await api.get('/v3/merchant/fund/balance/{account_type}', { account_type: 'OPERATION' })).body.available_amount

test.each([
  ['/v3/recharge/bank-transfer-recharges', 'NORMAL_BANK_TRANSFER'],
  ['/v3/platsolution/ecommerce/bank-transfer-recharges', 'ECOMMERCE_BANK_TRANSFER'],
])('books a transfer to the account that %s returned, without a notification', async (path, recharge_scene) => {
  expect((await apply(path, 'C1')).body).toMatchObject({ out_recharge_no: 'C1', transfer_in_account: { bank_account_no: expect.stringMatching(/^\d+$/) } })
  expect((await query(path, 'C1')).body).toMatchObject({ recharge_state: 'RECHARGING', recharge_scene, mchid: '1900000109' })
  expect(await balance()).toBe(0)
  await api.control.pay({ key: 'C1' })
  expect((await query(path, 'C1')).body).toMatchObject({ recharge_state: 'SUCCESS', recharge_amount: { amount: 500, currency: 'CNY' } })
  expect(await balance()).toBe(500)
  expect(await api.control.notifications()).toEqual([])
})

test('closes a recharge that is not paid within seven days', async () => {
  const path = '/v3/recharge/bank-transfer-recharges'
  await apply(path, 'C1')
  api.control.clock.advance(7 * 24 * 3_600_000 - 1000)
  expect((await query(path, 'C1')).body).toMatchObject({ recharge_state: 'RECHARGING' })
  api.control.clock.advance(1000)
  await expect(api.control.pay({ key: 'C1' })).rejects.toThrow(RangeError)
  expect((await query(path, 'C1')).body).toMatchObject({
    recharge_state: 'CLOSED', recharge_state_desc: expect.stringMatching(/自动关闭/), close_time: '2025-01-09T11:04:05+08:00',
  })
  expect(await balance()).toBe(0)
})

test('creates a recharge once, and rejects other parameters and unknown numbers', async () => {
  const path = '/v3/recharge/bank-transfer-recharges'
  const first = await apply(path, 'C1')
  expect(await apply(path, 'C1')).toEqual(first)
  expect(await apply(path, 'C1', { account_type: 'BASIC' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await query(path, 'C2')).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
})

// Page of 2024-12 of platforms, with the code; of 2025-02 of merchants, without a unit, so in yuan, which is not stricter.
test.each([
  ['/v3/platsolution/ecommerce/bank-transfer-recharges', 'ECOMMERCE_BANK_TRANSFER', 80_000_000_000],
  ['/v3/recharge/bank-transfer-recharges', 'NORMAL_BANK_TRANSFER', 2_000_000_000],
])('limits the amount of one recharge of %s, as its page says', async (path, recharge_scene, limit) => {
  api = openFlow({ catalog: published })
  const applyFor = (out_recharge_no: string, amount: number) =>
    apply(path, out_recharge_no, { recharge_scene, recharge_amount: { amount, currency: 'CNY' } })
  expect((await applyFor('C1', limit)).status).toBe(200)
  expect(await applyFor('C2', limit + 1)).toMatchObject({ status: 400, code: 'PARAM_ERROR' })
})
