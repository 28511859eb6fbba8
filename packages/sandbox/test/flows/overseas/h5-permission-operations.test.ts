import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const applications = '/v3/global/merchant/h5/permission/domain/applications'
const create = () => api.post(applications, {
  sub_mchid: '1900000118', domains: ['www.example.com'], website_url: 'https://www.example.com', out_applyment_id: 'H1',
  notify_url: 'https://shop.example/approved',
})
const query = (applyment_id: unknown) => api.get(`${applications}/{applyment_id}`, { applyment_id: String(applyment_id) })

test('approves an application and notifies the merchant', async () => {
  const { applyment_id } = (await create()).body
  expect((await query(applyment_id)).body).toMatchObject({ applyment_state: 'UNDER_REVIEW', domains: ['www.example.com'] })
  await api.control.advance({ kind: 'h5-permission', key: String(applyment_id) })
  expect((await query(applyment_id)).body.applyment_state).toBe('APPROVED')
  expect(await api.control.notifications()).toMatchObject([{
    event_type: 'APPLYMENT_STATE.APPROVED', notify_url: 'https://shop.example/approved',
    resource: { applyment_id, applyment_state: 'APPROVED', out_applyment_id: 'H1' },
  }])
  expect(await api.patch(`${applications}/{applyment_id}`, { domains: [] }, { applyment_id: String(applyment_id) })).toMatchObject({ status: 400 })
})

test('reviews a rejected application again after an edit', async () => {
  api.control.scenario.set('AUDIT_REJECTED')
  const { applyment_id } = (await create()).body
  api.control.scenario.set()
  await api.control.advance()
  expect((await query(applyment_id)).body).toMatchObject({ applyment_state: 'REJECTED', audit_reject_detail: expect.any(String) })
  const edited = await api.patch(`${applications}/{applyment_id}`, { domains: ['m.example.com'] }, { applyment_id: String(applyment_id) })
  expect(edited.body).toMatchObject({ applyment_id, applyment_state: 'UNDER_REVIEW', domains: ['m.example.com'] })
  expect(edited.body).not.toHaveProperty('audit_reject_detail')
  await api.control.advance()
  expect((await query(applyment_id)).body.applyment_state).toBe('APPROVED')
})

test('rejects an unknown application', async () => {
  expect(await query('9')).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
})
