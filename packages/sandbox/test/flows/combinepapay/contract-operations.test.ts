import { beforeEach, expect, test } from 'vitest'
import { scenarioHeader } from '../../../src/index.ts'
import { events, openFlow } from '../../support/flow.ts'

const path = '/v3/ecommerce/combine-papay/contracts'
const byCode = `${path}/plan-id/{plan_id}/out-contract-code/{out_contract_code}`
const keys = { plan_id: 12535, out_contract_code: 'HT1' }
const wanted = {
  ...keys, appid: 'wx1', contract_display_account: '张三', notify_url: 'https://shop.example/contracts',
}

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const prepare = (change = {}, headers = {}) =>
  api.call('post', `${path}/pre-entrust-sign`, { json: { ...wanted, ...change }, headers })
const terminate = () => api.post(`${byCode}/terminate`, { contract_termination_remark: '注销' }, keys)
const now = '2025-01-02T11:04:05+08:00'
const unknownContract = { status: 403, code: 'CONTRACT_NOT_EXIST' }

test('shows a contract once the user has signed it, and notifies the platform', async () => {
  expect((await prepare()).body).toMatchObject({ ...keys, mchid: '1900000109' })
  expect(await api.get(byCode, keys)).toMatchObject(unknownContract)
  await api.control.advance()
  const { body } = await api.get(byCode, keys)
  expect(body).toMatchObject({ contract_state: 'SIGNED', contract_display_account: '张三', contract_signed_time: now })
  expect(body).not.toHaveProperty('contract_terminate_info')
  const [sent] = await api.control.notifications()
  expect(sent).toMatchObject({ event_type: 'ECOMMERCE_ENTRUST.SIGN' })
  expect(sent?.resource).toEqual({
    mchid: '1900000109', appid: 'wx1', ...keys, openid: body.openid, operate_time: now,
    contract_expired_time: body.contract_expired_time,
  })
})

test('lets the user sign for two hours only, then opens a new session', async () => {
  const { body: { pre_entrustweb_id } } = await prepare()
  expect((await prepare()).body).toMatchObject({ pre_entrustweb_id })
  api.control.clock.advance(2 * 3_600_000)
  await expect(api.control.advance({ kind: 'combine-papay-contract', key: 'HT1' })).rejects.toThrow()
  expect((await prepare()).body.pre_entrustweb_id).not.toBe(pre_entrustweb_id)
  await api.control.advance({ kind: 'combine-papay-contract', key: 'HT1' })
  expect((await api.get(byCode, keys)).body.contract_state).toBe('SIGNED')
})

test('refuses a code for another contract, and one that was signed', async () => {
  await prepare()
  expect(await prepare({ appid: 'wx2' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  await api.control.advance()
  expect(await prepare()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('finds a contract only with its plan', async () => {
  await prepare()
  await api.control.advance()
  expect(await api.get(byCode, { ...keys, plan_id: 1 })).toMatchObject(unknownContract)
})

test('terminates a contract once, and notifies the platform', async () => {
  await prepare()
  expect(await terminate()).toMatchObject(unknownContract)
  await api.control.advance()
  expect((await terminate()).body).toEqual({ mchid: '1900000109', ...keys })
  const { body } = await api.get(byCode, keys)
  expect(body).toMatchObject({ contract_state: 'TERMINATED', contract_terminate_info: {
    contract_termination_mode: 'MCH_API_TERMINATE', contract_termination_remark: '注销',
  } })
  expect((await terminate()).status).toBe(200)
  expect(await events(api)).toEqual(['ECOMMERCE_ENTRUST.SIGN', 'ECOMMERCE_ENTRUST.TERMINATE'])
})

test('lets the user terminate the contract in the scenario', async () => {
  await prepare({}, { [scenarioHeader]: 'CONTRACT_TERMINATED' })
  await api.control.advance()
  await api.control.advance()
  const { body } = await api.get(byCode, keys)
  expect(body).toMatchObject({ contract_terminate_info: { contract_termination_mode: 'USER_TERMINATE' } })
  expect(await events(api)).toEqual(['ECOMMERCE_ENTRUST.SIGN', 'ECOMMERCE_ENTRUST.TERMINATE'])
})
