import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const sub_mchid = '1900000118'
const set = (name: string, operation_type: string) => api.post(`/v3/goldplan/merchants/${name}`, { sub_mchid, operation_type })
const advertise = () => api.patch('/v3/goldplan/merchants/open-advertising-show', { sub_mchid, advertising_industry_filters: ['FOOD'] })

test('requires the plan to be open before its parts', async () => {
  expect(await set('changecustompagestatus', 'OPEN')).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await advertise()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect((await set('changegoldplanstatus', 'OPEN')).body).toEqual({ sub_mchid })
  expect((await set('changecustompagestatus', 'OPEN')).body).toEqual({ sub_mchid, operation_type: 'OPEN' })
  expect((await advertise()).status).toBe(204)
  expect(await api.control.state()).toMatchObject([{
    kind: 'gold-plan', key: sub_mchid,
    data: { plan: 'OPEN', custom_page: 'OPEN', advertising: 'OPEN', advertising_industry_filters: ['FOOD'] },
  }])
  await set('changegoldplanstatus', 'CLOSE')
  expect(await advertise()).toMatchObject({ status: 400 })
})

test('opens each part on its own if lenient', async () => {
  api = openFlow({ strict: false })
  expect((await advertise()).status).toBe(204)
})
