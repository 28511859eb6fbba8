import { beforeEach, expect, test } from 'vitest'
import { events, openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(async () => {
  api = openFlow()
  await api.post('/v3/pay/transactions/jsapi', { mchid: '1900000109', out_trade_no: 'ORDER_A1', amount: { total: 100 } })
})

const prefix = '/v3/merchant-service'
const addresses = `${prefix}/complaint-notifications`
const list = (query = {}) =>
  api.get(`${prefix}/complaints-v2`, { query: { begin_date: '2025-01-01', end_date: '2025-01-02', ...query } })
const get = (complaint_id: string, more = '') => api.get(`${prefix}/complaints-v2/{complaint_id}${more}`, { complaint_id })
const act = (complaint_id: string, name: string) => api.post(`${prefix}/complaints-v2/{complaint_id}/${name}`, {
  complainted_mchid: '1900000109', response_content: '已退款',
}, { complaint_id })
const complain = async () => {
  await api.control.pay()
  return (await api.control.complain('ORDER_A1', '少了一瓶')).key
}

test('notifies of a complaint, and lets the merchant respond and complete', async () => {
  await api.post(addresses, { url: 'https://shop.example/complaint' })
  const id = await complain()
  expect((await get(id)).body).toMatchObject({
    complaint_state: 'PENDING', complaint_detail: '少了一瓶', complaint_order_info: [{ out_trade_no: 'ORDER_A1', amount: 100 }],
  })
  expect((await act(id, 'response')).status).toBe(204)
  expect((await get(id)).body.complaint_state).toBe('PROCESSING')
  expect((await act(id, 'complete')).status).toBe(204)
  expect((await get(id)).body.complaint_state).toBe('PROCESSED')
  expect(await act(id, 'response')).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect((await get(id, '/negotiation-historys')).body.data).toMatchObject([
    { operator: '商户', operate_type: 'MERCHANT_CONFIRM_COMPLETE' },
    { operator: '商户', operate_type: 'MERCHANT_RESPONSE', operate_details: '已退款' },
    { operator: '投诉人', operate_type: 'USER_CREATE_COMPLAINT', operate_details: '少了一瓶' },
  ])
  expect((await events(api)).slice(1)).toEqual([
    'COMPLAINT.CREATE', 'COMPLAINT.STATE_CHANGE', 'COMPLAINT.STATE_CHANGE',
  ])
  expect((await api.control.notifications())[1]).toMatchObject({
    notify_url: 'https://shop.example/complaint', resource: { complaint_id: id, action_type: 'CREATE_COMPLAINT' },
  })
})

const history = async (id: string) =>
  ((await get(id, '/negotiation-historys')).body.data as { operate_type: string }[]).map(({ operate_type }) => operate_type)
const lastNews = async () => (await api.control.notifications()).at(-1)

test('settles a complaint when the whole order is refunded', async () => {
  const id = await complain()
  const refund = (out_refund_no: string, amount: number) => api.post('/v3/refund/domestic/refunds', {
    out_trade_no: 'ORDER_A1', out_refund_no, amount: { refund: amount, total: 100, currency: 'CNY' },
  })
  await api.post(`${prefix}/complaints-v2/{complaint_id}/update-refund-progress`, { action: 'APPROVE' }, { complaint_id: id })
  expect((await get(id)).body).toMatchObject({ complaint_state: 'PROCESSING', complaint_full_refunded: false })
  await refund('R1', 40)
  expect((await get(id)).body).toMatchObject({ complaint_state: 'PROCESSING', complaint_full_refunded: false })
  await refund('R2', 60)
  expect((await get(id)).body).toMatchObject({ complaint_state: 'PROCESSED', complaint_full_refunded: true })
  expect(await lastNews()).toMatchObject({
    event_type: 'COMPLAINT.STATE_CHANGE', resource: { complaint_id: id, action_type: 'REFUND_SUCCESS' },
  })
  expect(await history(id)).toEqual([
    'COMPLAINT_FULL_REFUNDED_SYSTEM_MESSAGE', 'COMPLAINT_PARTIAL_REFUNDED_SYSTEM_MESSAGE', 'MERCHANT_APPROVE_REFUND',
    'USER_CREATE_COMPLAINT',
  ])
})

test('reopens the complaint if the user complains again', async () => {
  const id = await complain()
  await act(id, 'complete')
  expect((await api.control.complain('ORDER_A1', '还是少一瓶')).key).toBe(id)
  expect((await get(id)).body).toMatchObject({
    complaint_state: 'PENDING', user_complaint_times: 2, incoming_user_response: true,
  })
  expect(await lastNews()).toMatchObject({
    event_type: 'COMPLAINT.STATE_CHANGE', resource: { complaint_id: id, action_type: 'CONTINUE_COMPLAINT' },
  })
  await act(id, 'response')
  expect((await get(id)).body).toMatchObject({ complaint_state: 'PROCESSING', incoming_user_response: false })
  expect((await history(id)).slice(0, 2)).toEqual(['MERCHANT_RESPONSE', 'USER_CONTINUE_COMPLAINT'])
})

test('lists complaints by day, in pages, the latest first', async () => {
  expect((await list()).body).toMatchObject({ data: [], total_count: 0 })
  await api.post('/v3/pay/partner/transactions/native', {
    sp_mchid: '1900000109', sub_mchid: '1900000118', out_trade_no: 'ORDER_A2', amount: { total: 100 },
  })
  const first = await complain()
  api.control.clock.advance(1000)
  const second = (await api.control.complain('ORDER_A2')).key
  const latestFirst = [second, first].map(complaint_id => ({ complaint_id }))
  expect((await list()).body).toMatchObject({ data: latestFirst, total_count: 2, offset: 0, limit: 10 })
  expect((await list({ limit: 1, offset: 1 })).body).toMatchObject({ data: [{ complaint_id: first }] })
  expect((await list({ complainted_mchid: '1900000118' })).body).toMatchObject({ data: [{ complaint_id: second }], total_count: 1 })
  expect((await list({ begin_date: '2025-01-03', end_date: '2025-01-04' })).body).toMatchObject({ total_count: 0 })
})

test('rejects complaints about unpaid and unknown orders', async () => {
  await expect(api.control.complain('ORDER_A1')).rejects.toThrow('no paid order ORDER_A1')
  await expect(api.control.complain('ORDER_B1')).rejects.toThrow('no paid order ORDER_B1')
})

test('creates, returns, changes and deletes the address', async () => {
  const url = 'https://shop.example/a'
  expect(await api.get(addresses)).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
  expect((await api.post(addresses, { url })).body).toEqual({ mchid: '1900000109', url })
  expect(await api.post(addresses, { url: 'https://shop.example/b' })).toMatchObject({ status: 400 })
  expect((await api.put(addresses, { url: 'https://shop.example/b' })).status).toBe(200)
  expect((await api.get(addresses)).body.url).toBe('https://shop.example/b')
  expect((await api.del(addresses)).status).toBe(204)
  expect((await api.get(addresses)).status).toBe(404)
})

test('rejects an unknown complaint', async () => {
  expect(await get('9')).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
  expect(await act('9', 'complete')).toMatchObject({ status: 404 })
})

test('names the sub-merchant of the order', async () => {
  await api.post('/v3/pay/partner/transactions/native', {
    sp_mchid: '1900000109', sub_mchid: '1900000118', out_trade_no: 'ORDER_A2', amount: { total: 100 },
  })
  await api.control.pay()
  expect((await api.control.complain('ORDER_A2')).data.complainted_mchid).toBe('1900000118')
})
