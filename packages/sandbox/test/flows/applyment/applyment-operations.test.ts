import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const prefix = '/v3/applyment4sub/applyment'
const bank_account_info = { bank_account_type: 'BANK_ACCOUNT_TYPE_CORPORATE', account_bank: '工商银行', account_number: '6222020000001234567' }
const submit = (change = {}) => api.post(`${prefix}/`, { business_code: '1900000109_1', bank_account_info, ...change })
const query = () => api.get(`${prefix}/business_code/{business_code}`, { business_code: '1900000109_1' })
const accounts = '/v3/apply4sub/sub_merchants/{sub_mchid}'

async function approved() {
  await submit()
  await api.control.advance()
  await api.control.advance()
  return String((await query()).body.sub_mchid)
}

test('creates the sub-merchant when the application is approved and signed', async () => {
  const { applyment_id } = (await submit()).body
  expect(applyment_id).toEqual(expect.any(Number))
  expect((await query()).body).toMatchObject({ applyment_id, applyment_state: 'APPLYMENT_STATE_AUDITING' })
  await api.control.advance({ kind: 'applyment', key: String(applyment_id) })
  expect((await query()).body).toMatchObject({ applyment_state: 'APPLYMENT_STATE_TO_BE_SIGNED', sign_url: expect.stringContaining(String(applyment_id)) })
  await api.control.advance()
  const { body } = await query()
  expect(body).toMatchObject({ applyment_state: 'APPLYMENT_STATE_FINISHED', sub_mchid: expect.stringMatching(/^19\d{8}$/) })
  expect((await api.get(`${prefix}/applyment_id/{applyment_id}`, { applyment_id: String(applyment_id) })).body).toEqual(body)
  await expect(api.control.advance()).rejects.toThrow(RangeError)
})

test('rejects an application with a reason, and accepts it again under its number', async () => {
  api.control.scenario.set('AUDIT_REJECTED')
  await submit()
  api.control.scenario.set()
  expect(await submit({ changed: true })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  await api.control.advance()
  expect((await query()).body).toMatchObject({
    applyment_state: 'APPLYMENT_STATE_REJECTED', audit_detail: { reject_reason: expect.any(String) },
  })
  expect((await submit({ changed: true })).status).toBe(200)
  expect((await query()).body.applyment_state).toBe('APPLYMENT_STATE_AUDITING')
})

test('changes the settlement account once the platform approves, and masks its number', async () => {
  const sub_mchid = await approved()
  const account = async () => (await api.get(`${accounts}/settlement`, { sub_mchid })).body
  expect(await account()).toEqual({
    account_type: 'ACCOUNT_TYPE_BUSINESS', account_bank: '工商银行', account_number: '62***************67', verify_result: 'VERIFY_SUCCESS',
  })
  const { application_no } = (await api.post(`${accounts}/modify-settlement`, {
    account_type: 'ACCOUNT_TYPE_BUSINESS', account_bank: '招商银行', account_number: '6214830000007654321',
  }, { sub_mchid })).body
  const application = async () => (await api.get(`${accounts}/application/{application_no}`, { sub_mchid, application_no })).body
  expect((await application()).verify_result).toBe('AUDITING')
  expect(await api.post(`${accounts}/modify-settlement`, { account_number: '1' }, { sub_mchid }))
    .toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect((await account()).account_bank).toBe('工商银行')
  await api.control.advance({ kind: 'settlement-change', key: String(application_no) })
  expect(await application()).toMatchObject({ verify_result: 'AUDIT_SUCCESS', verify_finish_time: '2025-01-02T11:04:05+08:00' })
  expect(await account()).toMatchObject({ account_bank: '招商银行', account_number: '62***************21' })
  const query = { account_number_rule: 'ACCOUNT_NUMBER_RULE_MASK_V2' }
  expect((await api.get(`${accounts}/settlement`, { sub_mchid, query })).body.account_number).toBe('621483*********4321')
})

test('keeps the account if the change is rejected', async () => {
  const sub_mchid = await approved()
  api.control.scenario.set('AUDIT_REJECTED')
  const change = { account_type: 'ACCOUNT_TYPE_BUSINESS', account_bank: '招商银行', account_number: '6214830000007654321' }
  const { application_no } = (await api.post(`${accounts}/modify-settlement`, change, { sub_mchid })).body
  api.control.scenario.set()
  await api.control.advance()
  const { body } = await api.get(`${accounts}/application/{application_no}`, { sub_mchid, application_no })
  expect(body).toMatchObject({ verify_result: 'AUDIT_FAIL', verify_fail_reason: expect.any(String) })
  expect((await api.get(`${accounts}/settlement`, { sub_mchid })).body.account_bank).toBe('工商银行')
})

test('rejects unknown applications and sub-merchants', async () => {
  expect(await query()).toMatchObject({ status: 400, code: 'APPLYMENT_NOT_EXIST' })
  expect(await api.get(`${accounts}/settlement`, { sub_mchid: '1' })).toMatchObject({ status: 403, code: 'NO_AUTH' })
  expect(await api.post(`${accounts}/modify-settlement`, {}, { sub_mchid: '1' }))
    .toMatchObject({ status: 403, code: 'NO_AUTH' })
  expect(await api.get(`${accounts}/application/{application_no}`, { sub_mchid: '1', application_no: '2' }))
    .toMatchObject({ status: 404, code: 'ORDER_NOT_EXIST' })
})
