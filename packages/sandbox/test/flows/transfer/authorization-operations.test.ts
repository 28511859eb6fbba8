import { beforeEach, expect, test } from 'vitest'
import { events, openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const bills = '/v3/fund-app/mch-transfer/transfer-bills'
const leave = '/v3/fund-app/mch-transfer/user-confirm-authorization'
const one = `${leave}/out-authorization-no/{out_authorization_no}`

const ask = (change = {}) => api.post(leave, {
  out_authorization_no: 'L1', appid: 'wx1', openid: 'o1', transfer_scene_id: '1000', user_display_name: '张三',
  authorization_notify_url: 'https://shop.example/leave', ...change,
})
const query = (out_authorization_no = 'L1') => api.get(one, { out_authorization_no })
const close = (out_authorization_no = 'L1') => api.post(`${one}/close`, {}, { out_authorization_no })
const transfer = (change = {}) => ({
  appid: 'wx1', out_bill_no: 'T1', transfer_scene_id: '1000', transfer_amount: 100, transfer_remark: '奖金',
  notify_url: 'https://shop.example/transfer', ...change,
})
const send = (change = {}) => api.post(`${bills}/transfer`, transfer(change))

test('uses a confirmed authorization repeatedly until it is closed', async () => {
  expect((await ask()).body).toMatchObject({ state: 'WAIT_USER_CONFIRM', package_info: expect.any(String) })
  await api.control.advance({ kind: 'transfer-authorization', key: 'L1' })
  const { body } = await query()
  expect(body).toMatchObject({ state: 'TAKING_EFFECT', openid: 'o1', authorize_time: '2025-01-02T11:04:05+08:00' })
  expect(body).not.toHaveProperty('package_info')
  for (const out_bill_no of ['T1', 'T2']) {
    expect((await send({ out_bill_no, authorization_id: body.authorization_id })).body).toMatchObject({ state: 'ACCEPTED', openid: 'o1' })
    const done = await api.get(`${bills}/out-bill-no/{out_bill_no}`, { out_bill_no })
    expect(done.body.state).toBe('SUCCESS')
  }
  expect((await close()).body).toMatchObject({
    state: 'CLOSED', close_info: { close_time: '2025-01-02T11:04:05+08:00', close_reason: 'CLOSE_VIA_MCH_API' },
  })
  expect((await close()).body.state).toBe('CLOSED')
  expect(await send({ out_bill_no: 'T3', out_authorization_no: 'L1' })).toMatchObject({ status: 403, code: 'NO_AUTH' })
  expect(await events(api)).toEqual([
    'MCHTRANSFER.AUTHORIZATION.CONFIRMED', 'MCHTRANSFER.BILL.FINISHED', 'MCHTRANSFER.BILL.FINISHED',
    'MCHTRANSFER.AUTHORIZATION.CLOSED',
  ])
})

test('rejects transfers before the user confirms the authorization', async () => {
  await ask()
  expect(await send({ out_authorization_no: 'L1' })).toMatchObject({ status: 403, code: 'NO_AUTH' })
  expect(await send({ out_authorization_no: 'L2' })).toMatchObject({ status: 404, code: 'NOT_FOUND' })
})

const both = (authorization_info: object) =>
  api.post(`${bills}/pre-transfer-with-authorization`, transfer({ openid: 'o1', authorization_info }))

test.each([
  ['is advanced', { kind: 'transfer', key: 'T1' }],
  ['and all else is advanced', undefined],
])('confirms the authorization once if the transfer that asks for it %s', async (_, target) => {
  const authorization_info = {
    user_display_name: '张三', out_authorization_no: 'L1', authorization_notify_url: 'https://shop.example/leave',
  }
  const { body } = await both(authorization_info)
  expect(body).toMatchObject({ out_bill_no: 'T1', state: 'WAIT_USER_CONFIRM', out_authorization_no: 'L1' })
  await api.control.advance(target)
  expect((await query()).body).toMatchObject({ state: 'TAKING_EFFECT', openid: 'o1' })
  const all = await api.control.notifications()
  expect(all.map(({ event_type, notify_url }) => [event_type, notify_url])).toEqual([
    ['MCHTRANSFER.AUTHORIZATION.CONFIRMED', 'https://shop.example/leave'],
    ['MCHTRANSFER.BILL.FINISHED', 'https://shop.example/transfer'],
  ])
})

test('repeats the same request, and rejects a used number and an unknown authorization', async () => {
  expect(await ask()).toEqual(await ask())
  expect(await ask({ openid: 'o2' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await query('L2')).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  expect(await close('L2')).toMatchObject({ status: 404, code: 'NOT_FOUND' })
})

test('shows why a transfer failed', async () => {
  api.control.scenario.set('TRANSFER_FAIL')
  await api.post(bills, transfer({ openid: 'o1' }))
  api.control.scenario.set()
  await api.control.advance()
  const { body } = await api.get(`${bills}/out-bill-no/{out_bill_no}`, { out_bill_no: 'T1' })
  expect(body).toMatchObject({ state: 'FAIL', fail_reason: 'ACCOUNT_FROZEN' })
  expect((await api.control.notifications())[0]?.resource).toMatchObject({ state: 'FAIL', fail_reason: 'ACCOUNT_FROZEN' })
})
