import { beforeEach, expect, test } from 'vitest'
import { events, openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
let transaction_id: unknown
beforeEach(async () => {
  api = openFlow()
  await api.post('/v3/pay/transactions/jsapi', { mchid: '1900000109', out_trade_no: 'ORDER_A1', amount: { total: 100 } })
  const [paid] = await api.control.pay()
  transaction_id = paid!.data.transaction_id
})

const prefix = '/v3/merchant-service'
const list = (query = {}) => api.get(`${prefix}/complaints`, { query: { begin_date: '2025-01-01', end_date: '2025-01-02', ...query } })
const query = () => api.get(`${prefix}/complaints/{transaction_id}`, { transaction_id })
const feedback = (change = {}) => api.post(`${prefix}/feedbacks`, {
  transaction_id, complainted_mchid: '1900000109', feedback_content: '已联系用户', ...change,
})

test('finds a complaint by its order, and shows the state of the refund', async () => {
  await api.control.complain('ORDER_A1', '少了一瓶')
  expect((await query()).body).toMatchObject({
    out_trade_no: 'ORDER_A1', transaction_id, amount: 100, complaint_detail: '少了一瓶',
    complaint_state: 'PAYER_COMPLAINTED', complaint_handle_state: 'PENDING',
  })
  await api.post('/v3/refund/domestic/refunds', {
    out_trade_no: 'ORDER_A1', out_refund_no: 'R1', amount: { refund: 100, total: 100, currency: 'CNY' },
  })
  expect((await query()).body.complaint_state).toBe('MERCHANT_REFUNDED')
  expect((await list()).body).toMatchObject({ total_count: 1, data: [{ out_trade_no: 'ORDER_A1', complaint_state: 'MERCHANT_REFUNDED' }] })
  const history = await api.get(`${prefix}/complaints/{transaction_id}/negotiation-historys`, { transaction_id })
  expect(history.body.complaint_negotiation_history).toMatchObject([
    { operate_user: '系统', operate_type: 'SELLER_REFUND_SYSTEM_MESSAGE' }, { operate_type: 'USER_CREATE_COMPLAINT' },
  ])
  expect((await list({ sub_mchid: '9' })).body.total_count).toBe(0)
  expect((await list({ begin_date: '2025-01-03', end_date: '2025-01-03' })).body.total_count).toBe(0)
})

test('lists feedback of the merchant in the history, the latest first', async () => {
  await api.control.complain('ORDER_A1')
  expect((await feedback()).status).toBe(204)
  expect((await feedback({ launch_confirm_process: true })).status).toBe(204)
  expect((await query()).body.complaint_handle_state).toBe('PROCESSING')
  const { body } = await api.get(`${prefix}/complaints/{transaction_id}/negotiation-historys`, { transaction_id })
  expect(body.complaint_negotiation_history).toMatchObject([
    { operate_user: '商户', operate_type: 'MERCHANT_LAUNCH_CONFIRM_PROCESS' },
    { operate_user: '商户', operate_type: 'MERCHANT_RESPONSE', operate_details: '已联系用户' },
    { operate_user: '投诉人', operate_type: 'USER_CREATE_COMPLAINT' },
  ])
})

test('rejects an order without a complaint', async () => {
  expect(await query()).toMatchObject({ status: 404, code: 'RESOURCE_NOT_EXISTS' })
  expect(await feedback()).toMatchObject({ status: 404 })
})

test('records rejected refunds and immediate replies of the second version', async () => {
  const { key: complaint_id } = await api.control.complain('ORDER_A1')
  const one = `${prefix}/complaints-v2/{complaint_id}`
  const decide = (json: Record<string, unknown>) => api.post(`${one}/update-refund-progress`, json, { complaint_id })
  expect((await decide({ action: 'APPROVE', launch_refund_day: 1 })).status).toBe(204)
  const reply = await api.post(`${one}/response-immediate-service`, { complainted_mchid: '1900000109', message: {} }, { complaint_id })
  expect(reply.body.log_id).toBe(`${complaint_id}0003`)
  expect((await decide({ action: 'REJECT', reject_reason: '已过保质期' })).status).toBe(204)
  expect(await decide({ action: 'APPROVE', launch_refund_day: 1 })).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  const { body } = await api.get(`${one}/negotiation-historys`, { complaint_id })
  expect(body.data).toMatchObject([
    { operate_type: 'MERCHANT_REFUSE_RERUND', operate_details: '已过保质期' },
    { operate_type: 'MERCHANT_RESPONSE' }, { operate_type: 'MERCHANT_APPROVE_REFUND' }, { operate_type: 'USER_CREATE_COMPLAINT' },
  ])
  expect((await events(api)).slice(1)).toEqual([
    'COMPLAINT.CREATE', 'COMPLAINT.STATE_CHANGE', 'COMPLAINT.STATE_CHANGE', 'COMPLAINT.STATE_CHANGE',
  ])
})
