import { beforeEach, expect, test } from 'vitest'
import { events, openFlow } from '../../support/flow.ts'
import { orderCombined, subMerchants } from '../../support/platform.ts'

const prefix = '/v3/ecommerce/profitsharing'
const [sub_mchid, other] = subMerchants

let api: ReturnType<typeof openFlow>
let transaction_id: string

beforeEach(async () => {
  api = openFlow()
  transaction_id = await orderCombined(api)
  await add('1900000112')
})

const add = (account: string, name?: string) => api.post(`${prefix}/receivers/add`, {
  type: 'MERCHANT_ID', account, relation_type: 'SUPPLIER', ...name !== undefined && { name },
})
const receiver = (receiver_account: string, amount: number) =>
  ({ type: 'MERCHANT_ID', receiver_account, amount, description: '货款' })
const share = (out_order_no: string, receivers: unknown[], change = {}) =>
  api.post(`${prefix}/orders`, { sub_mchid, transaction_id, out_order_no, receivers, finish: false, ...change })
const query = (out_order_no: string) => api.get(`${prefix}/orders`, { query: { sub_mchid, transaction_id, out_order_no } })
const finish = (out_order_no: string) =>
  api.post(`${prefix}/finish-order`, { sub_mchid, transaction_id, out_order_no, description: '解冻' })
const left = async () => (await api.get(`${prefix}/orders/{transaction_id}/amounts`, { transaction_id })).body.unsplit_amount
const giveBack = (out_return_no: string, amount: number, change = {}) => api.post(`${prefix}/returnorders`, {
  sub_mchid, out_order_no: 'P1', out_return_no, return_mchid: '1900000112', amount, description: '退货', ...change,
})

test('shares a sub-merchant\'s order with the platform and a supplier', async () => {
  const { body } = await share('P1', [receiver('1900000109', 100), receiver('1900000112', 200)])
  expect(body).toMatchObject({ status: 'PROCESSING', receivers: [{ result: 'PENDING' }, { result: 'PENDING' }] })
  expect((await query('P1')).body).toMatchObject({
    sub_mchid, status: 'FINISHED', order_id: body.order_id,
    receivers: [
      { receiver_account: '1900000109', receiver_mchid: '1900000109', amount: 100, result: 'SUCCESS' },
      { receiver_account: '1900000112', amount: 200, result: 'SUCCESS' },
    ],
  })
  expect((await query('P1')).body).not.toHaveProperty('finish_amount')
  expect(await left()).toBe(700)
  expect((await events(api)).slice(-2)).toEqual(['PROFITSHARING.SUCCESS', 'PROFITSHARING.SUCCESS'])
  const resource = (await api.control.notifications()).at(-1)?.resource
  expect(resource).toMatchObject({ sp_mchid: '1900000109', sub_mchid, receiver: { account: '1900000112', amount: 200 } })
  expect(resource).not.toHaveProperty('mchid')
})

test('shares with the platform and its sub-merchants although nobody added them, but with no stranger', async () => {
  expect((await share('P1', [receiver('1900000109', 1), receiver(other, 1)])).status).toBe(200)
  expect(await share('P2', [receiver('1900000113', 1)])).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('limits all shares of an order to 30 %', async () => {
  expect((await share('P1', [receiver('1900000112', 300)])).status).toBe(200)
  expect(await share('P2', [receiver('1900000112', 1)])).toMatchObject({ status: 403, code: 'RULE_LIMIT' })
})

test('rejects a receiver that appears twice, and the sub-merchant itself if the request finishes sharing', async () => {
  expect(await share('P1', [receiver('1900000112', 1), receiver('1900000112', 2)]))
    .toMatchObject({ status: 400, code: 'INVALID_REQUEST', message: expect.stringContaining('只能出现一次') })
  expect(await share('P1', [receiver(sub_mchid, 1)], { finish: true }))
    .toMatchObject({ status: 400, code: 'INVALID_REQUEST', message: expect.stringContaining('出资方') })
  expect((await share('P1', [receiver(sub_mchid, 1)])).status).toBe(200)
})

test('finishes sharing: the query shows what was unfrozen', async () => {
  await share('P1', [receiver('1900000112', 200)])
  expect((await finish('P2')).body).toMatchObject({ sub_mchid, transaction_id, out_order_no: 'P2' })
  expect((await query('P2')).body)
    .toMatchObject({ status: 'FINISHED', receivers: [], finish_amount: 800, finish_description: '解冻' })
  expect(await left()).toBe(0)
  expect((await finish('P2')).status).toBe(200)
  expect(await finish('P3')).toMatchObject({ status: 403, code: 'NOT_ENOUGH' })
  expect(await share('P3', [receiver('1900000112', 1)])).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('finishes together with the last share', async () => {
  await share('P1', [receiver('1900000109', 100)], { finish: true })
  expect(await left()).toBe(0)
  expect(await finish('P2')).toMatchObject({ status: 403, code: 'NOT_ENOUGH' })
})

test('returns a receiver\'s money at once, never more than it got', async () => {
  const { body: { order_id } } = await share('P1', [receiver('1900000112', 200)])
  expect((await giveBack('B1', 150)).body)
    .toMatchObject({ result: 'SUCCESS', order_id, out_order_no: 'P1', amount: 150, transaction_id })
  const query = { sub_mchid, out_return_no: 'B1' }
  expect((await api.get(`${prefix}/returnorders`, { query: { ...query, order_id } })).body).toMatchObject({ result: 'SUCCESS' })
  expect(await api.get(`${prefix}/returnorders`, { query: { ...query, order_id: '30084507400000' } })).toMatchObject({ status: 404 })
  expect((await events(api)).at(-1)).toBe('PROFITSHARING.RETURN')
  expect(await giveBack('B2', 51)).toMatchObject({ status: 403, code: 'NOT_ENOUGH' })
  expect(await giveBack('B2', 1, { return_mchid: '1900000113' })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect((await giveBack('B2', 50, { out_order_no: undefined, order_id })).status).toBe(200)
})

test('keeps the name of a receiver that is added again', async () => {
  await add('1900000114', '微风乳业有限公司')
  expect((await add('1900000114', '另一家公司')).body).toEqual({ type: 'MERCHANT_ID', account: '1900000114' })
  const named = (receiver_name: string) => share('P1', [{ ...receiver('1900000114', 1), receiver_name }])
  expect(await named('另一家公司')).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect((await named('微风乳业有限公司')).status).toBe(200)
})

test('serves no receiver that was deleted, but takes its money back', async () => {
  await share('P1', [receiver('1900000112', 100)])
  await api.post(`${prefix}/receivers/delete`, { type: 'MERCHANT_ID', account: '1900000112' })
  expect(await share('P2', [receiver('1900000112', 1)])).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect((await giveBack('B1', 100)).status).toBe(200)
})

test('finds a share only with its sub-merchant', async () => {
  await share('P1', [receiver('1900000112', 100)])
  expect(await api.get(`${prefix}/orders`, { query: { sub_mchid: other, transaction_id, out_order_no: 'P1' } }))
    .toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
  expect(await share('P2', [receiver('1900000112', 1)], { sub_mchid: other }))
    .toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
})
