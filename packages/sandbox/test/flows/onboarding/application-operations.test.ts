import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const prefix = '/v3/ecommerce/applyments'
const day = 24 * 3_600_000
const wanted = {
  out_request_no: 'E1',
  organization_type: '2',
  business_license_info: { business_license_number: '914403001234567890', merchant_name: '微风', legal_person: '张三' },
  account_info: { bank_account_type: '74', account_bank: '招商银行', account_name: '微风', account_number: '755912345610601' },
  contact_info: { contact_type: '65', contact_name: '张三' },
  merchant_shortname: '微风便利',
}
const byAgent = { ...wanted, contact_info: { contact_type: '66', contact_name: '李四' } }
const publicBody = { ...wanted, organization_type: '3' }

const submit = (json: object = wanted) => api.post(`${prefix}/`, { ...json })
const query = async () => (await api.get(`${prefix}/out-request-no/{out_request_no}`, { out_request_no: 'E1' })).body
const revoke = () => api.post(`${prefix}/out-request-no/{out_request_no}/revoke`, {}, { out_request_no: 'E1' })
const platform = () => api.control.advance({ kind: 'onboarding' })
const sign = () => api.control.advance({ kind: 'onboarding-signature' })
const inScenario = async (name: string, step: () => Promise<unknown>) => {
  api.control.scenario.set(name)
  await step()
  api.control.scenario.set()
}

test('opens a sub-merchant and its settlement account when the platform approves and the merchant signs', async () => {
  const { applyment_id, out_request_no } = (await submit()).body
  expect({ applyment_id, out_request_no }).toEqual({ applyment_id: expect.any(Number), out_request_no: 'E1' })
  expect(await query()).toEqual({
    applyment_id, out_request_no, applyment_state: 'CHECKING', applyment_state_desc: '资料校验中', sign_state: 'NOT_SIGNABLE',
  })
  await platform()
  expect(await query()).toMatchObject({ applyment_state: 'AUDITING', sign_state: 'UNSIGNED', sign_url: expect.any(String) })
  await platform()
  expect(await query()).toMatchObject({ applyment_state: 'NEED_SIGN', sub_mchid: expect.stringMatching(/^19\d{8}$/) })
  await sign()
  const { sub_mchid, ...body } = await query()
  expect(body).toEqual({
    applyment_id, out_request_no, applyment_state: 'FINISH', applyment_state_desc: '完成', sign_state: 'SIGNED',
  })
  expect((await api.get(`${prefix}/{applyment_id}`, { applyment_id: String(applyment_id) })).body).toEqual({ ...body, sub_mchid })
  expect((await api.get('/v3/apply4sub/sub_merchants/{sub_mchid}/settlement', { sub_mchid })).body).toEqual({
    account_type: 'ACCOUNT_TYPE_BUSINESS', account_bank: '招商银行', account_number: '75***********01', verify_result: 'VERIFY_SUCCESS',
  })
  await expect(api.control.advance()).rejects.toThrow(RangeError)
})

test('finishes an application at once if the merchant signed before the platform approves', async () => {
  await submit()
  await platform()
  await sign()
  expect(await query()).toMatchObject({ applyment_state: 'AUDITING', sign_state: 'SIGNED' })
  await platform()
  expect((await query()).applyment_state).toBe('FINISH')
})

test('asks an agent of a company to verify the account, by a transfer or a scan', async () => {
  await submit(byAgent)
  await platform()
  expect(await query()).toMatchObject({
    applyment_state: 'ACCOUNT_NEED_VERIFY', sign_state: 'UNSIGNED',
    account_validation: { account_name: '微风', deadline: '2025-02-01 11:04:05' }, legal_validation_url: expect.any(String),
  })
  await platform()
  const body = await query()
  expect(body.applyment_state).toBe('AUDITING')
  expect(body).not.toHaveProperty('account_validation')
})

test('lets a public body verify its account by a transfer only', async () => {
  await submit(publicBody)
  await platform()
  const body = await query()
  expect(body.applyment_state).toBe('ACCOUNT_NEED_VERIFY')
  expect(body).not.toHaveProperty('legal_validation_url')
})

test('names the card of a transfer from a person\'s account', async () => {
  await submit({ ...byAgent, organization_type: '4', account_info: { ...wanted.account_info, bank_account_type: '75' } })
  await platform()
  expect(await query()).toMatchObject({ account_validation: { account_no: '755912345610601' } })
})

test('accepts a rejected application again under its number, without a second verification or signature', async () => {
  await inScenario('AUDIT_REJECTED', () => submit(byAgent))
  expect(await submit(wanted)).toMatchObject({ status: 400, code: 'RESOURCE_ALREADY_EXISTS' })
  expect((await submit(byAgent)).status).toBe(200)
  await platform()
  await sign()
  await platform()
  await platform()
  expect(await query()).toMatchObject({
    applyment_state: 'REJECTED', sign_state: 'NOT_SIGNABLE', audit_detail: [{ param_name: 'business_license_copy' }],
  })
  await submit({ ...byAgent, merchant_shortname: '微风早餐' })
  await platform()
  expect(await query()).toMatchObject({ applyment_state: 'AUDITING', sign_state: 'SIGNED' })
  await platform()
  expect((await query()).applyment_state).toBe('FINISH')
})

test('asks for another signature if another person signs', async () => {
  await inScenario('AUDIT_REJECTED', () => submit())
  await platform()
  await sign()
  await platform()
  await submit({ ...wanted, contact_info: { contact_type: '65', contact_name: '王五' } })
  await platform()
  expect(await query()).toMatchObject({ applyment_state: 'AUDITING', sign_state: 'UNSIGNED' })
})

test('freezes an application', async () => {
  await inScenario('AUDIT_FROZEN', () => submit())
  await platform()
  await platform()
  expect(await query()).toMatchObject({ applyment_state: 'FROZEN', sign_state: 'NOT_SIGNABLE', audit_detail: [expect.any(Object)] })
  await expect(sign()).rejects.toThrow(RangeError)
})

test('revokes an application until it is finished', async () => {
  const { applyment_id } = (await submit()).body
  await platform()
  expect((await revoke()).body).toEqual({ applyment_id, out_request_no: 'E1' })
  expect(await query()).toMatchObject({ applyment_state: 'CANCELED', sign_state: 'NOT_SIGNABLE' })
  await expect(api.control.advance()).rejects.toThrow(RangeError)
  const again = await api.post(`${prefix}/{applyment_id}/revoke`, {}, { applyment_id: String(applyment_id) })
  expect(again).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('does not revoke a finished application', async () => {
  await submit()
  await platform()
  await sign()
  await platform()
  expect(await revoke()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('lets an application lapse that nobody signs for 30 days', async () => {
  await submit()
  await platform()
  await platform()
  api.control.clock.advance(30 * day)
  expect(await query()).toMatchObject({ applyment_state: 'CANCELED', sign_state: 'NOT_SIGNABLE' })
  await expect(sign()).rejects.toThrow(RangeError)
})

test('refuses unknown applications', async () => {
  expect(await api.get(`${prefix}/{applyment_id}`, { applyment_id: '1' })).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
  expect(await revoke()).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
})
