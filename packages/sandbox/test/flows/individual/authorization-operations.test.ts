import { beforeEach, expect, test } from 'vitest'
import { scenarioHeader } from '../../../src/index.ts'
import { openFlow } from '../../support/flow.ts'

const prefix = '/v3/ecommerce/individual-contracts'
const wanted = { appid: 'wx1', out_contract_code: 'PAYEE_1' }
const now = '2025-01-02T11:04:05+08:00'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const prepare = (where: string, change = {}, headers = {}) =>
  api.call('post', `${prefix}/${where}`, { json: { ...wanted, ...change }, headers })
const byCode = (appid = 'wx1') =>
  api.get(`${prefix}/out-contract-code/{out_contract_code}`, { out_contract_code: 'PAYEE_1', query: { appid } })
const byOpenid = (openid: unknown, appid = 'wx1') =>
  api.get(`${prefix}/{openid}`, { openid, query: { appid, permission_type: 'INDIVIDUAL_PAYEE' } })

const notGiven = { individual_auth_id: '', operation_time: '', auth_state: 'UNAUTHORIZED' }

test('shows an authorization once the payee gave it, without a notification', async () => {
  expect((await prepare('pre-entrust-sign/mini-program', { openid: 'o1' })).body.pre_entrustweb_id).toMatch(/\d{29}/)
  expect((await byCode()).body).toEqual({ auth_state: 'UNAUTHORIZED', signed_time: '' })
  expect((await byOpenid('o1')).body).toEqual(notGiven)
  await api.control.advance()
  const { body } = await byCode()
  expect(body).toEqual({
    auth_state: 'AUTHORIZED', signed_time: now, individual_openid: 'o1', individual_auth_id: expect.stringMatching(/^\d{20}$/),
  })
  expect((await byOpenid('o1')).body).toEqual({
    individual_auth_id: body.individual_auth_id, operation_time: now, auth_state: 'AUTHORIZED',
  })
  expect(await api.control.notifications()).toEqual([])
})

test('learns the openid of a payee in an app', async () => {
  await prepare('pre-entrust-sign/app')
  await api.control.advance()
  const { individual_openid } = (await byCode()).body
  expect((await byOpenid(individual_openid)).body).toMatchObject({ auth_state: 'AUTHORIZED' })
})

test('has the result of a verified identity only if it was asked for', async () => {
  const identity = { real_name: '张三', cred_type: 'ID_CARD', cred_id: '11010119900307123X' }
  await prepare('pre-entrust-sign-with-real-name-identity/app', identity)
  expect((await byCode()).body).not.toHaveProperty('real_name_auth_result')
  await api.control.advance()
  expect((await byCode()).body).toMatchObject({ real_name_auth_result: { scope: 'pay_realname' } })
})

test('finds an authorization only in its app', async () => {
  await prepare('pre-entrust-sign/mini-program', { openid: 'o1' })
  await api.control.advance()
  expect(await byCode('wx2')).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect((await byOpenid('o1', 'wx2')).body).toEqual(notGiven)
})

test('repeats a request, and refuses its code for another payee', async () => {
  const first = await prepare('pre-entrust-sign/mini-program', { openid: 'o1' })
  expect(await prepare('pre-entrust-sign/mini-program', { openid: 'o1' })).toEqual(first)
  expect(await prepare('pre-entrust-sign/mini-program', { openid: 'o2' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('lets the payee take the authorization back in the scenario', async () => {
  await prepare('pre-entrust-sign/mini-program', { openid: 'o1' }, { [scenarioHeader]: 'AUTHORIZATION_WITHDRAWN' })
  await api.control.advance()
  api.control.clock.advance(60_000)
  await api.control.advance()
  expect((await byOpenid('o1')).body).toMatchObject({ operation_time: '2025-01-02T11:05:05+08:00', auth_state: 'UNAUTHORIZED' })
})
