import { beforeEach, expect, test } from 'vitest'
import { events, openFlow } from '../../support/flow.ts'

const sub_mchid = '1900000118'
const path = '/v3/platsolution/ecommerce/recharges'
const week = 7 * 24 * 3_600_000

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const apply = (out_recharge_no: string, change = {}) => api.post(`${path}/apply`, {
  sub_mchid, out_recharge_no, recharge_scene: 'ECOMMERCE_PAYMENT', account_type: 'OPERATION',
  recharge_amount: { amount: 500, currency: 'CNY' }, notify_url: 'https://shop.example/recharges', ...change,
})
const query = (out_recharge_no: string, change = {}) =>
  api.get(`${path}/out-recharge-no/{out_recharge_no}`, { out_recharge_no, query: { sub_mchid, ...change } })
const close = async (out_recharge_no: string) =>
  api.post(`${path}/out-recharge-no/{out_recharge_no}/close`, {}, { out_recharge_no, query: { sub_mchid } })
const pay = (key: string) => api.control.pay({ key })
const balance = async (account_type: string) =>
  (await api.get('/v3/ecommerce/fund/balance/{sub_mchid}', { sub_mchid, query: { account_type } })).body.available_amount
const lastNews = async () => (await api.control.notifications()).at(-1)

test('books the money on the account that the request names, and notifies the platform', async () => {
  const { body } = await apply('C1')
  expect(body).toMatchObject({ out_recharge_no: 'C1', recharge_url: expect.stringContaining(String(body.recharge_id)) })
  expect((await query('C1')).body).toMatchObject({ recharge_state: 'RECHARGING', sp_mchid: '1900000109' })
  expect(await balance('OPERATION')).toBe(0)
  await pay('C1')
  expect((await query('C1')).body).toMatchObject({
    recharge_state: 'SUCCESS', recharge_amount: { amount: 500, currency: 'CNY' }, bank_transfer_info: { memo: 'C1' },
  })
  expect([await balance('OPERATION'), await balance('BASIC')]).toEqual([500, 0])
  expect(await lastNews()).toMatchObject({
    event_type: 'RECHARGE.SUCCESS', resource: { out_recharge_no: 'C1', recharge_id: body.recharge_id, recharge_state: 'SUCCESS' },
  })
  await apply('C2', { recharge_scene: 'ECOMMERCE_DEPOSIT', account_type: 'DEPOSIT' })
  await pay('C2')
  expect([await balance('OPERATION'), await balance('DEPOSIT')]).toEqual([500, 500])
})

test.each([
  ['QR_RECHARGE', { qr_recharge_info: { employee_type: 'ADMIN', openid: expect.stringMatching(/./) } }],
  ['ONLINE_BANK', { online_bank_recharge_info: { online_bank_type: 'ONLINE_BANK_TYPE_CORPORATE' } }],
])('shows who paid by %s', async (channel, payment) => {
  await apply('C1', { available_recharge_channels: [channel] })
  await pay('C1')
  expect((await query('C1')).body).toMatchObject({ recharge_channel: channel, ...payment })
})

test('closes a recharge once, and not after its payment', async () => {
  await apply('C1')
  expect((await close('C1')).body).toMatchObject({
    recharge_state: 'CLOSED', recharge_state_desc: '平台商户主动关闭充值单', close_time: '2025-01-02T11:04:05+08:00',
  })
  expect((await close('C1')).status).toBe(200)
  expect(await events(api)).toEqual(['RECHARGE.CLOSED'])
  await expect(pay('C1')).rejects.toThrow(RangeError)
  await apply('C2')
  await pay('C2')
  expect(await close('C2')).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('closes a recharge without a payment after a week, and notifies the platform', async () => {
  await apply('C1')
  api.control.clock.advance(week - 1000)
  expect((await query('C1')).body.recharge_state).toBe('RECHARGING')
  api.control.clock.advance(1000)
  await expect(pay('C1')).rejects.toThrow(RangeError)
  expect((await query('C1')).body).toMatchObject({ recharge_state: 'CLOSED', recharge_state_desc: '超过时间限制，系统自动关闭充值单' })
  expect(await events(api)).toEqual(['RECHARGE.CLOSED'])
})

test('sends the first payment back in scenario RECHARGE_RETURNED, and books the second', async () => {
  api.control.scenario.set('RECHARGE_RETURNED')
  await apply('C1')
  api.control.scenario.set()
  await pay('C1')
  expect((await query('C1')).body).toMatchObject({ recharge_state: 'RECHARGING', bank_transfer_info: { return_reason: expect.stringMatching(/./) } })
  expect(await balance('OPERATION')).toBe(0)
  expect(await lastNews()).toMatchObject({
    event_type: 'RECHARGE.FUND_RETURNED', resource: { out_recharge_no: 'C1', detail: { amount: 500, memo: 'C1' } },
  })
  await pay('C1')
  expect((await query('C1')).body.recharge_state).toBe('SUCCESS')
  expect(await balance('OPERATION')).toBe(500)
})

test('creates a recharge once, and rejects other parameters and amounts', async () => {
  const first = await apply('C1')
  expect(await apply('C1')).toEqual(first)
  expect(await apply('C1', { account_type: 'DEPOSIT' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await apply('C2', { recharge_amount: { amount: 0 } })).toMatchObject({ status: 400, code: 'PARAM_ERROR' })
})

test('rejects unknown numbers, and numbers of other sub-merchants', async () => {
  await apply('C1')
  expect(await query('C2')).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
  expect(await query('C1', { sub_mchid: '1900000119' })).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
  expect(await close('C2')).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
})
