import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const sub_mchid = '1900000118'
const prefix = '/v3/ecommerce/mch-transfer'
const agreement_list = [{ agreement_code: '1', agreement_version: '20230101', sign_organization: '微风便利店', sign_time: '2025-01-01T10:00:00+08:00' }]

const apply = () => api.post(`${prefix}/authorizations`, { sub_mchid, agreement_list })
const authorization = async () => (await api.get(`${prefix}/authorizations/{sub_mchid}`, { sub_mchid })).body

async function authorize() {
  await apply()
  await api.control.advance({ kind: 'transfer-sub-merchant' })
}

const transfer = (change = {}) => api.post(`${prefix}/transfer-bills`, {
  sub_mchid, appid: 'wx1', out_bill_no: 'T1', transfer_scene_id: '1011', openid: 'o1', transfer_amount: 100,
  transfer_remark: '破损赔付', notify_url: 'https://shop.example/transfer', ...change,
})
const query = (query: object = { sub_mchid }) =>
  api.get(`${prefix}/transfer-bills/out-bill-no/{out_bill_no}`, { out_bill_no: 'T1', query })

test('authorizes a sub-merchant after its application', async () => {
  expect(await authorization()).toEqual({ sub_mchid, authorization_state: 'UNAUTHORIZED' })
  const applied = { sub_mchid, authorization_state: 'AUTHORIZE_PROCESSING', accept_time: '2025-01-02T11:04:05+08:00' }
  expect((await apply()).body).toEqual(applied)
  expect((await apply()).body).toEqual(applied)
  expect((await authorization()).authorization_state).toBe('AUTHORIZE_PROCESSING')
  api.control.clock.advance(60_000)
  await api.control.advance({ kind: 'transfer-sub-merchant' })
  const authorized = { authorization_state: 'AUTHORIZED', authorize_time: '2025-01-02T11:05:05+08:00' }
  expect(await authorization()).toMatchObject(authorized)
  expect((await apply()).body).toMatchObject({ ...applied, ...authorized })
  await expect(api.control.advance({ kind: 'transfer-sub-merchant' })).rejects.toThrow(RangeError)
})

test('needs no report on a commission, which these transfers cannot have', async () => {
  await authorize()
  expect((await transfer({ transfer_scene_id: '1005' })).status).toBe(200)
})

test('transfers the money of a sub-merchant after the user confirms', async () => {
  await authorize()
  const { body } = await transfer()
  expect(body).toMatchObject({ out_bill_no: 'T1', state: 'WAIT_USER_CONFIRM', package_info: expect.stringMatching(/./) })
  await api.control.advance({ kind: 'transfer', key: 'T1' })
  expect((await query()).body).toMatchObject({ state: 'SUCCESS', transfer_amount: 100 })
  const { transfer_bill_no } = body
  const byNumber = await api.get(`${prefix}/transfer-bills/transfer-bill-no/{transfer_bill_no}`, { transfer_bill_no, query: { sub_mchid } })
  expect(byNumber.body).toEqual((await query()).body)
  expect(await api.control.notifications()).toMatchObject([{
    event_type: 'MCHTRANSFER.BILL.FINISHED', notify_url: 'https://shop.example/transfer', resource: { sub_mchid, state: 'SUCCESS' },
  }])
})

test('takes the money from the operating account of the sub-merchant, not from the platform', async () => {
  await api.post('/v3/platsolution/ecommerce/recharges/apply', {
    sub_mchid, out_recharge_no: 'C1', recharge_scene: 'ECOMMERCE_PAYMENT', account_type: 'OPERATION', recharge_amount: { amount: 500 },
  })
  await api.control.advance({ kind: 'recharge' })
  await authorize()
  await transfer()
  await api.control.advance({ kind: 'transfer', key: 'T1' })
  const account_type = 'OPERATION'
  const { body: ofShop } = await api.get('/v3/ecommerce/fund/balance/{sub_mchid}', { sub_mchid, query: { account_type } })
  const { body: own } = await api.get('/v3/merchant/fund/balance/{account_type}', { account_type })
  expect([ofShop.available_amount, own.available_amount]).toEqual([400, 0])
})

test('cancels before the user confirms', async () => {
  await authorize()
  await transfer()
  const cancel = () => api.post(`${prefix}/transfer-bills/out-bill-no/{out_bill_no}/cancel`, { sub_mchid }, { out_bill_no: 'T1' })
  expect((await cancel()).body.state).toBe('CANCELING')
  expect((await query()).body.state).toBe('CANCELLED')
})

test('rejects a transfer of a sub-merchant that is not authorized', async () => {
  expect(await transfer()).toMatchObject({ status: 403, code: 'NO_AUTH' })
  await apply()
  expect(await transfer()).toMatchObject({ status: 403, code: 'NO_AUTH' })
})

test('rejects other parameters, large amounts without a name, and numbers of other sub-merchants', async () => {
  await authorize()
  await transfer()
  expect(await transfer({ transfer_amount: 101 })).toMatchObject({ status: 400, code: 'ALREADY_EXISTS' })
  expect(await transfer({ out_bill_no: 'T2', transfer_amount: 200_000 })).toMatchObject({ status: 400, code: 'PARAM_ERROR' })
  expect(await query({ sub_mchid: '1900000119' })).toMatchObject({ status: 404, code: 'NOT_FOUND' })
})
