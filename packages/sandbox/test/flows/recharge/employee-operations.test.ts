import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

const sub_mchid = '1900000118'
const path = '/v3/platsolution/ecommerce/recharge-employees'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const add = (sp_openid: string) => api.post(path, { sub_mchid, sp_openid })
const list = async () =>
  (await api.get(`${path}/sub-mchid/{sub_mchid}`, { sub_mchid })).body.employees as { sp_openid: string }[]
const remove = (sp_openid: string) =>
  api.post(`${path}/sub-mchid/{sub_mchid}/sp-openid/{sp_openid}/delete`, {}, { sub_mchid, sp_openid })

test('adds, lists and deletes employees', async () => {
  expect((await add('o1')).body).toMatchObject({ sub_mchid, sp_openid: 'o1', state: 'EFFECTIVE' })
  await add('o2')
  expect((await list()).map(({ sp_openid }) => sp_openid)).toEqual(['o1', 'o2'])
  expect((await remove('o1')).body).toMatchObject({ sp_openid: 'o1', state: 'DELETED' })
  expect((await list()).map(({ sp_openid }) => sp_openid)).toEqual(['o2'])
  expect((await add('o1')).body.state).toBe('EFFECTIVE')
})

test('allows three employees, each added once', async () => {
  for (const openid of ['o1', 'o2', 'o3', 'o3']) expect((await add(openid)).status).toBe(200)
  expect(await add('o4')).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  await remove('o3')
  expect((await add('o4')).status).toBe(200)
})

test('rejects deleting an unknown employee', async () => {
  expect(await remove('o1')).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
})

test('lets an employee pay a recharge by scanning its code', async () => {
  await add('o1')
  const recharges = '/v3/platsolution/ecommerce/recharges'
  await api.post(`${recharges}/apply`, {
    sub_mchid, out_recharge_no: 'C1', recharge_scene: 'ECOMMERCE_DEPOSIT', account_type: 'DEPOSIT',
    recharge_amount: { amount: 500 }, available_recharge_channels: ['QR_RECHARGE'],
  })
  await api.control.pay({ key: 'C1' })
  const { body } = await api.get(`${recharges}/out-recharge-no/{out_recharge_no}`, { out_recharge_no: 'C1', query: { sub_mchid } })
  expect(body.qr_recharge_info).toEqual({ openid: 'o1', employee_type: 'STAFF' })
})
