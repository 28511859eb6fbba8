import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const plans = '/v3/payscore/plan/payscore-plans'
const one = `${plans}/merchant-plan-no/{merchant_plan_no}`
const create = (change = {}) => api.post(plans, {
  service_id: '500001', appid: 'wx1', plan_name: '月卡', plan_duration: 30, deduction_quantity: 2,
  total_original_price: 400, total_actual_price: 300, merchant_plan_no: 'N1',
  plan_detail_list: [{ original_price: 200, actual_price: 100, plan_detail_name: '首次' },
    { original_price: 200, actual_price: 200, plan_detail_name: '再次' }], ...change,
})
const query = (merchant_plan_no = 'N1') => api.get(one, { merchant_plan_no })
const stop = (merchant_plan_no = 'N1') => api.post(`${one}/stop`, {}, { merchant_plan_no })

test('creates a plan with numbered parts, and stops it once', async () => {
  const { body } = await create()
  expect(body).toMatchObject({
    plan_id: expect.stringMatching(/^\d{20}$/), plan_state: 'NORMAL',
    plan_detail_list: [{ plan_detail_no: 1, plan_detail_name: '首次' }, { plan_detail_no: 2, actual_price: 200 }],
  })
  expect((await query()).body).toEqual(body)
  expect((await stop()).body).toMatchObject({
    plan_state: 'STOP', stop_mchid: '1900000109', stop_time: '2025-01-02T11:04:05+08:00',
  })
  expect(await stop()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('repeats the same plan, and rejects a used number and an unknown plan', async () => {
  expect(await create()).toEqual(await create())
  expect(await create({ plan_name: '年卡' })).toMatchObject({ status: 400, code: 'ALREADY_EXISTS' })
  expect(await query('N2')).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
  expect(await stop('N2')).toMatchObject({ status: 404 })
})
