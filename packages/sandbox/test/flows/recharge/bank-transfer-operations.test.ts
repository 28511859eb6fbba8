import { beforeEach, expect, test } from 'vitest'
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

test('creates a recharge once, and rejects other parameters and unknown numbers', async () => {
  const path = '/v3/recharge/bank-transfer-recharges'
  const first = await apply(path, 'C1')
  expect(await apply(path, 'C1')).toEqual(first)
  expect(await apply(path, 'C1', { account_type: 'BASIC' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await query(path, 'C2')).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
})
