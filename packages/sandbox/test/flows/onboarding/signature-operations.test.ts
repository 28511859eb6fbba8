import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const prefix = '/v3/ecommerce/applyments'
const wanted = {
  out_request_no: 'E1', organization_type: '2401', merchant_shortname: '微风便利', proxy_sign_verify_mode: true,
  id_card_info: { id_card_number: '11010119900307123X' },
  account_info: { bank_account_type: '75', account_bank: '招商银行', account_name: '张三', account_number: '6214830000007654321' },
  contact_info: { contact_type: '65', contact_name: '张三' },
}
const verified = {
  out_request_no: 'E1', pre_sign_time: '2025-01-02T11:04:05+08:00',
  proxy_verify_identity_info: { verify_identity_type: 'VERIFY_IDENTITY_TYPE_REMOTE', verify_identity_result: true },
}
const submit = (change = {}) => api.post(`${prefix}/submit-account-hosting-applyment`, { ...wanted, ...change })
const sign = (change = {}) => api.post(`${prefix}/submit-sign-verify-info`, { ...verified, ...change })
const query = async () => (await api.get(`${prefix}/out-request-no/{out_request_no}`, { out_request_no: 'E1' })).body

test('signs for a merchant whom the platform verified', async () => {
  const { applyment_id } = (await submit()).body
  await api.control.advance()
  expect((await query()).sign_state).toBe('UNSIGNED')
  expect((await sign()).body).toEqual({ applyment_id })
  expect((await query()).sign_state).toBe('SIGNED')
  expect((await sign()).status).toBe(200)
  await api.control.advance()
  expect((await query()).applyment_state).toBe('FINISH')
})

test('keeps a signature that comes before the material is checked', async () => {
  const { applyment_id } = (await submit()).body
  expect((await sign()).body).toEqual({ applyment_id })
  expect(await query()).toMatchObject({ applyment_state: 'CHECKING', sign_state: 'NOT_SIGNABLE' })
  await api.control.advance()
  expect(await query()).toMatchObject({ applyment_state: 'AUDITING', sign_state: 'SIGNED' })
  await api.control.advance()
  expect((await query()).applyment_state).toBe('FINISH')
})

test('keeps a signature for the person who signs a rejected application again', async () => {
  api.control.scenario.set('AUDIT_REJECTED')
  await submit()
  api.control.scenario.set()
  await sign()
  await api.control.advance()
  await api.control.advance()
  await submit({ contact_info: { contact_type: '65', contact_name: '李四' } })
  await sign()
  await api.control.advance()
  expect(await query()).toMatchObject({ applyment_state: 'AUDITING', sign_state: 'SIGNED' })
})

test('does not sign for a merchant whose identity is not verified', async () => {
  const failed = { verify_identity_type: 'VERIFY_IDENTITY_TYPE_REMOTE', verify_identity_result: false }
  await submit()
  await sign({ proxy_verify_identity_info: failed })
  await api.control.advance()
  await sign({ proxy_verify_identity_info: failed })
  expect((await query()).sign_state).toBe('UNSIGNED')
})

test('says that the merchant need not sign itself if a signed application is rejected', async () => {
  api.control.scenario.set('AUDIT_REJECTED')
  await submit()
  api.control.scenario.set()
  await api.control.advance({ kind: 'onboarding' })
  await api.control.advance({ kind: 'onboarding' })
  expect(await query()).toMatchObject({ applyment_state: 'REJECTED', wxpay_sign_required: false })
})

test.each<[string, object, object]>([
  ['without a number', { out_request_no: null }, { status: 400, code: 'PARAM_ERROR' }],
  ['of an unknown application', { out_request_no: 'E2' }, { status: 404, code: 'RESOURCE_NOT_EXISTS' }],
  ['without the time of signing', { pre_sign_time: null }, { status: 400, code: 'PARAM_ERROR' }],
  ['without the identity', { proxy_verify_identity_info: null }, { status: 400, code: 'PARAM_ERROR' }],
])('refuses a signature %s', async (_, change, refused) => {
  await submit()
  expect(await sign(change)).toMatchObject(refused)
})

test('refuses to sign for a merchant who signs itself', async () => {
  await submit({ proxy_sign_verify_mode: false })
  expect(await sign()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})
