import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const list = async (organization_type: string, cert_number: string, more = {}) =>
  (await api.get('/v3/ecommerce/subject-sub-merchants', { query: { organization_type, cert_number, ...more } })).body

const submit = (out_request_no: string, organization_type: string, change = {}) => api.post('/v3/ecommerce/applyments/', {
  out_request_no, organization_type, merchant_shortname: out_request_no,
  account_info: { bank_account_type: '74', account_bank: '招商银行', account_name: '微风', account_number: '755912345610601' },
  contact_info: { contact_type: '65', contact_name: '张三' },
  ...change,
})

test('lists the sub-merchants of a company or person once their applications are finished', async () => {
  const business_license_info = { business_license_number: '914403001234567890', merchant_name: '微风', legal_person: '张三' }
  await submit('E1', '2', { business_license_info })
  await submit('E2', '2', { business_license_info })
  await submit('E3', '2401', { id_card_info: { id_card_number: '11010119900307123X' } })
  expect(await list('SUBJECT_TYPE_ENTERPRISE', '914403001234567890')).toEqual({ data: [], offset: 0, limit: 10, total_count: 0 })
  await api.control.advance()
  await api.control.advance()
  const { data } = await list('SUBJECT_TYPE_ENTERPRISE', '914403001234567890')
  expect(data).toHaveLength(2)
  expect(await list('SUBJECT_TYPE_ENTERPRISE', '914403001234567890', { offset: 1, limit: 1 }))
    .toMatchObject({ data: [expect.any(Object)], total_count: 2 })
  expect(await list('SUBJECT_TYPE_MICRO', '11010119900307123X')).toMatchObject({
    data: [{ sub_mchid: expect.any(String), merchant_shortname: 'E3', sign_time: '2025-01-02T11:04:05+08:00' }], total_count: 1,
  })
  expect(await list('SUBJECT_TYPE_ENTERPRISE', '11010119900307123X')).toMatchObject({ total_count: 0 })
})

test('leaves out cancelled sub-merchants', async () => {
  await submit('E1', '2401', { id_card_info: { id_card_number: '11010119900307123X' } })
  await api.control.advance()
  await api.control.advance()
  expect(await list('SUBJECT_TYPE_MICRO', '11010119900307123X')).toMatchObject({ total_count: 1 })
  const { sub_mchid } = (await api.get('/v3/ecommerce/applyments/out-request-no/{out_request_no}', { out_request_no: 'E1' })).body
  await api.post('/v3/ecommerce/account/apply-cancel-withdraw', { sub_mchid, out_request_no: 'P1' })
  for (let time = 0; time < 4; time++) await api.control.advance({ kind: 'cancel-withdrawal' })
  expect(await list('SUBJECT_TYPE_MICRO', '11010119900307123X')).toMatchObject({ data: [], total_count: 0 })
})
