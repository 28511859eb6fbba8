import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const applications = '/v3/payscore/partner/service-account-applications'
const apply = () => api.post(applications, {
  service_id: '500001', appid: 'wx1', sub_mchid: '1900000118', out_apply_no: 'Y1', result_notify_url: 'https://shop.example/bound',
})
const query = () => api.get(`${applications}/{out_apply_no}`, { out_apply_no: 'Y1' })

test.each([
  [undefined, { apply_state: 'SUCCESS' }],
  ['AUDIT_REJECTED', { apply_state: 'REJECTED', reject_reason: '资料不完整' }],
])('approves or rejects an application in scenario %s', async (scenario, expected) => {
  api.control.scenario.set(scenario)
  expect((await apply()).body.apply_state).toBe('APPLYING')
  api.control.scenario.set()
  await api.control.advance({ kind: 'payscore-service-account', key: 'Y1' })
  expect((await query()).body).toMatchObject(expected)
  expect(await api.control.notifications()).toMatchObject([{
    event_type: 'PAYSCORE.BIND_SERVICE_ACCOUNT', notify_url: 'https://shop.example/bound', resource: expected,
  }])
})

test('rejects an unknown application', async () => {
  expect(await query()).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
})
