import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const path = '/v3/merchant-settlement/merchant-settle-rule-applications'
const wanted = { acquiring_bank_id: '1900000109', channel_id: '20001111', sub_mchid: '1900000110', settle_rule_id: 760 }
const apply = (change = {}) => api.post(path, { ...wanted, ...change })
const query = async (application_id: unknown) => (await api.get(`${path}/{application_id}`, { application_id })).body

test('changes the rule when the platform approves', async () => {
  const { application_id, application_state } = (await apply()).body
  expect(application_state).toBe('PROCESSING')
  expect((await apply()).body.application_id).toBe(application_id)
  await api.control.advance({ kind: 'settle-rule-change', key: String(application_id) })
  expect(await query(application_id)).toEqual({
    ...wanted, application_id, application_state: 'PASSED',
    application_process_info: expect.stringContaining('次日'), update_time: '2025-01-02T11:04:05+08:00',
  })
  await expect(api.control.advance()).rejects.toThrow(RangeError)
})

test('changes the rule of a sub-merchant once a day', async () => {
  await apply()
  await api.control.advance()
  expect(await apply({ settle_rule_id: 761 })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect((await apply({ sub_mchid: '1900000111' })).status).toBe(200)
  api.control.clock.advance(24 * 3_600_000)
  expect((await apply({ settle_rule_id: 761 })).status).toBe(200)
})

test('accepts another application on the day of one that failed', async () => {
  api.control.scenario.set('AUDIT_REJECTED')
  const { application_id } = (await apply()).body
  api.control.scenario.set()
  await api.control.advance()
  expect(await query(application_id)).toMatchObject({ application_state: 'FAILED', application_process_info: expect.any(String) })
  expect((await apply()).body.application_state).toBe('PROCESSING')
})

test('refuses another institution and unknown applications', async () => {
  expect(await apply({ acquiring_bank_id: '1' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await api.get(`${path}/{application_id}`, { application_id: '1' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})
