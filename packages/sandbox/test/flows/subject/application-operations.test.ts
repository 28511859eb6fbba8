import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const path = '/v3/apply4subject/applyment'
const wanted = {
  business_code: 'B1', contact_info: { contact_type: 'LEGAL' }, subject_info: { subject_type: 'SUBJECT_TYPE_ENTERPRISE' },
  addition_info: { confirm_mchid_list: ['1900000118', '1900000119'] },
}
const submit = (change = {}) => api.post(path, { ...wanted, ...change })
const query = async () => (await api.get(path, { query: { business_code: 'B1' } })).body
const stateOf = async (sub_mchid: string) => (await api.get(`${path}/merchants/{sub_mchid}/state`, { sub_mchid })).body.authorize_state
const advance = () => api.control.advance({ kind: 'subject-application' })
const authorize = (key: string) => api.control.advance({ kind: 'subject-authorization', key })
const cancel = (business_code = 'B1') => api.post(`${path}/{business_code}/cancel`, {}, { business_code })
async function inScenario(name: string, step: () => Promise<unknown>) {
  api.control.scenario.set(name)
  await step()
  api.control.scenario.set()
}

test('authorizes the listed merchants when the platform approves and the contact confirms', async () => {
  const { applyment_id } = (await submit()).body
  expect(applyment_id).toEqual(expect.any(Number))
  expect(await query()).toEqual({ applyment_state: 'APPLYMENT_STATE_WAITTING_FOR_AUDIT' })
  await advance()
  expect(await query()).toEqual({
    applyment_state: 'APPLYMENT_STATE_WAITTING_FOR_CONFIRM_CONTACT', qrcode_data: expect.stringMatching(/^iVBORw0KGgo/),
  })
  expect(await stateOf('1900000118')).toBe('AUTHORIZE_STATE_UNAUTHORIZED')
  await advance()
  expect((await query()).applyment_state).toBe('APPLYMENT_STATE_PASSED')
  expect(await stateOf('1900000118')).toBe('AUTHORIZE_STATE_AUTHORIZED')
  expect(await stateOf('1900000119')).toBe('AUTHORIZE_STATE_AUTHORIZED')
  await expect(authorize('1900000118')).rejects.toThrow(RangeError)
  expect((await api.get(path, { query: { applyment_id } })).body).toEqual(await query())
})

test('authorizes the listed merchants before the account is verified', async () => {
  await submit({ contact_info: { contact_type: 'SUPER' } })
  await advance()
  await advance()
  expect((await query()).applyment_state).toBe('APPLYMENT_STATE_WAITTING_FOR_CONFIRM_LEGALPERSON')
  expect(await stateOf('1900000118')).toBe('AUTHORIZE_STATE_AUTHORIZED')
})

test('lets the contact authorize a merchant that is not listed, only after an application passed', async () => {
  await submit({ addition_info: {} })
  await advance()
  await expect(authorize('1900000118')).rejects.toThrow('no application passed, advance one of kind subject-application first')
  await advance()
  expect((await query()).applyment_state).toBe('APPLYMENT_STATE_PASSED')
  expect(await stateOf('1900000118')).toBe('AUTHORIZE_STATE_UNAUTHORIZED')
  await authorize('1900000118')
  expect(await stateOf('1900000118')).toBe('AUTHORIZE_STATE_AUTHORIZED')
  expect(await stateOf('1900000119')).toBe('AUTHORIZE_STATE_UNAUTHORIZED')
})

test.each<[string, string, boolean]>([
  ['SUBJECT_TYPE_ENTERPRISE', 'SUPER', true], ['SUBJECT_TYPE_INDIVIDUAL', 'SUPER', true],
  ['SUBJECT_TYPE_OTHERS', 'LEGAL', true], ['SUBJECT_TYPE_GOVERNMENT', 'SUPER', false], ['SUBJECT_TYPE_MICRO', 'LEGAL', false],
])('asks to verify the account, or not: %s by %s', async (subject_type, contact_type, verifies) => {
  await submit({ contact_info: { contact_type }, subject_info: { subject_type } })
  await advance()
  await advance()
  expect((await query()).applyment_state)
    .toBe(verifies ? 'APPLYMENT_STATE_WAITTING_FOR_CONFIRM_LEGALPERSON' : 'APPLYMENT_STATE_PASSED')
})

test.each([['AUDIT_REJECTED', 'APPLYMENT_STATE_REJECTED'], ['AUDIT_FROZEN', 'APPLYMENT_STATE_FREEZED']])(
  'says why an application is not approved: %s', async (scenario, applyment_state) => {
    await inScenario(scenario, () => submit())
    await advance()
    expect(await query()).toMatchObject({ applyment_state, reject_param: 'licence_copy', reject_reason: expect.any(String) })
    await expect(api.control.advance()).rejects.toThrow(RangeError)
  })

test('cancels an application by either number until it passed', async () => {
  const { applyment_id } = (await submit()).body
  expect(await cancel()).toMatchObject({ status: 204 })
  expect((await query()).applyment_state).toBe('APPLYMENT_STATE_CANCELED')
  expect(await cancel(String(applyment_id))).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  const other = (await submit({ business_code: 'B2' })).body.applyment_id
  expect(await cancel(String(other))).toMatchObject({ status: 204 })
})

test('does not cancel an application that passed', async () => {
  await submit()
  await advance()
  await advance()
  expect(await cancel()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('refuses a number that was used, unknown numbers, and a query without one', async () => {
  await submit()
  expect((await submit()).status).toBe(200)
  expect(await submit({ addition_info: {} })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await cancel('B2')).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await api.get(path, { query: { business_code: 'B2' } })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await api.get(path)).toMatchObject({ status: 400, code: 'PARAM_ERROR' })
})
