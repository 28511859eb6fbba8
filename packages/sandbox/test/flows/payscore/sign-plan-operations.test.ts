import { beforeEach, expect, test } from 'vitest'
import { events, openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
let plan_id: unknown
beforeEach(async () => {
  api = openFlow()
  const { body } = await api.post('/v3/payscore/plan/payscore-plans', {
    service_id: '500001', appid: 'wx1', plan_name: '月卡', plan_duration: 30, merchant_plan_no: 'N1',
    total_original_price: 200, total_actual_price: 100, deduction_quantity: 1,
    plan_detail_list: [{ original_price: 200, actual_price: 100, plan_detail_name: '首次' }],
  })
  plan_id = body.plan_id
})

const plans = '/v3/payscore/sign-plan/user-sign-plans'
const one = `${plans}/merchant-sign-plan-no/{merchant_sign_plan_no}`
const create = (change = {}) => api.post(plans, {
  service_id: '500001', plan_id, appid: 'wx1', openid: 'o1', merchant_sign_plan_no: 'M1',
  notify_url: 'https://shop.example/plan', sign_plan_detail: [{ plan_detail_no: 1, merchant_plan_detail_no: 'M11' }], ...change,
})
const query = () => api.get(one, { merchant_sign_plan_no: 'M1' })
const stop = () => api.post(`${one}/stop`, { stop_reason: '用户要求' }, { merchant_sign_plan_no: 'M1' })

test('creates a sign plan, which the user signs and the merchant stops', async () => {
  expect((await create()).body).toMatchObject({ sign_plan: { sign_state: 'CREATED', plan_name: '月卡' }, package: expect.any(String) })
  await api.control.advance()
  expect((await query()).body).toMatchObject({
    sign_state: 'SIGNED', cancel_sign_type: 'NOT_CANCEL', sign_time: '2025-01-02T11:04:05+08:00',
    signed_detail_list: [{ plan_detail_no: 1, merchant_plan_detail_no: 'M11', plan_detail_name: '首次' }],
  })
  expect((await stop()).body).toMatchObject({ sign_state: 'UNSIGNED', cancel_sign_type: 'MERCHANT', cancel_reason: '用户要求' })
  expect(await stop()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await events(api)).toEqual(['PAYSCORE.USER_SIGN_PLAN', 'PAYSCORE.USER_CANCEL_SIGN_PLAN'])
  expect((await api.control.notifications())[0]?.notify_url).toBe('https://shop.example/plan')
})

test('rejects stopped and unknown plans', async () => {
  await api.post('/v3/payscore/plan/payscore-plans/merchant-plan-no/{merchant_plan_no}/stop', {}, { merchant_plan_no: 'N1' })
  expect(await create()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await create({ plan_id: '9' })).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
  expect(await query()).toMatchObject({ status: 404 })
  expect(await stop()).toMatchObject({ status: 404 })
})
