import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow({ strict: false }) })

const prefix = '/v3/merchant-service'
const transfers = '/v3/fund-app/mch-transfer'
const compensations = '/v3/platsolution/ecommerce/mch-transfer'
const yesterday = '2025-01-01T10:34:56+08:00'

test.each<[template: string, values: Record<string, unknown>, expected: object]>([
  ['/v3/pay/transactions/out-trade-no/{out_trade_no}', { out_trade_no: 'ORDER_A1' },
    { out_trade_no: 'ORDER_A1', trade_state: 'SUCCESS', success_time: yesterday }],
  ['/v3/combine-transactions/out-trade-no/{combine_out_trade_no}', { combine_out_trade_no: 'ORDER_C1' },
    { combine_out_trade_no: 'ORDER_C1', sub_orders: [{ out_trade_no: 'ORDER_C1-1', trade_state: 'SUCCESS' }] }],
  ['/v3/refund/domestic/refunds/{out_refund_no}', { out_refund_no: 'R1' }, { out_refund_no: 'R1', status: 'SUCCESS' }],
  ['/v3/global/refunds/id/{refund_id}', { refund_id: '5030' }, { status: 'SUCCESS', amount: { refund: 100, payer_refund: 100 } }],
  ['/v3/profitsharing/orders/{out_order_no}', { out_order_no: 'P1' }, { state: 'FINISHED', receivers: [{ result: 'SUCCESS' }] }],
  ['/v3/profitsharing/return-orders/{out_return_no}', { out_return_no: 'ORDER_B1' }, { out_return_no: 'ORDER_B1', result: 'SUCCESS' }],
  ['/v3/ecommerce/profitsharing/orders', { query: { sub_mchid: '1', transaction_id: '4200', out_order_no: 'P1' } },
    { status: 'FINISHED', receivers: [{ result: 'SUCCESS' }] }],
  ['/v3/ecommerce/profitsharing/returnorders', { query: { sub_mchid: '1', out_order_no: 'P1', out_return_no: 'B1' } },
    { out_return_no: 'B1', result: 'SUCCESS' }],
  ['/v3/ecommerce/refunds/out-refund-no/{out_refund_no}', { out_refund_no: 'R1', query: { sub_mchid: '1' } }, { status: 'SUCCESS' }],
  ['/v3/ecommerce/refunds/{refund_id}/return-advance', { refund_id: '5030', query: { sub_mchid: '1' } },
    { refund_id: '5030', payer_mchid: '1', result: 'SUCCESS' }],
  [`${transfers}/transfer-bills/out-bill-no/{out_bill_no}`, { out_bill_no: 'T1' }, { out_bill_no: 'T1', state: 'SUCCESS' }],
  ['/v3/ecommerce/mch-transfer/authorizations/{sub_mchid}', { sub_mchid: '1' }, { authorization_state: 'AUTHORIZED', authorize_time: yesterday }],
  ['/v3/ecommerce/mch-transfer/transfer-bills/transfer-bill-no/{transfer_bill_no}', { transfer_bill_no: '1330', query: { sub_mchid: '1' } },
    { transfer_bill_no: '1330', state: 'SUCCESS' }],
  [`${transfers}/user-confirm-authorization/out-authorization-no/{out_authorization_no}`, { out_authorization_no: 'L1' },
    { state: 'TAKING_EFFECT', authorize_time: yesterday }],
  ['/v3/payscore/serviceorder', { query: { out_order_no: 'ORDER_S1' } }, { out_order_no: 'ORDER_S1', state: 'DOING' }],
  ['/v3/payscore/smartretail-orders', { query: { out_order_no: 'ORDER_S2' } }, { out_order_no: 'ORDER_S2', state: 'USER_ACCEPTED' }],
  ['/v3/payscore/permissions/openid/{openid}', { openid: 'o1' }, { openid: 'o1', authorization_state: 'AVAILABLE' }],
  [`${prefix}/complaints-v2/{complaint_id}`, { complaint_id: '2002' }, { complaint_id: '2002', complaint_state: 'PENDING' }],
  [`${prefix}/complaints/{transaction_id}`, { transaction_id: '4200' }, { transaction_id: '4200', complaint_state: 'PAYER_COMPLAINTED' }],
  [`${prefix}/complaints-v2/{complaint_id}/negotiation-historys`, { complaint_id: '2002' },
    { total_count: 1, data: [{ operate_type: 'USER_CREATE_COMPLAINT' }] }],
  ['/v3/marketing/favor/users/{openid}/coupons/{coupon_id}', { openid: 'o1', coupon_id: '98' }, { coupon_id: '98', status: 'SENDED' }],
  ['/v3/applyment4sub/applyment/business_code/{business_code}', { business_code: 'ORDER_B1' },
    { business_code: 'ORDER_B1', applyment_state: 'APPLYMENT_STATE_FINISHED' }],
  ['/v3/ecommerce/applyments/out-request-no/{out_request_no}', { out_request_no: 'E1' }, { out_request_no: 'E1', applyment_state: 'FINISH' }],
  ['/v3/ecommerce/account/apply-cancel-withdraw/applyment-id/{applyment_id}', { applyment_id: 'X1' }, { applyment_id: 'X1', cancel_state: 'FINISH' }],
  ['/v3/ecommerce/account/cancel-applications/out-apply-no/{out_apply_no}', { out_apply_no: 'C1' }, { out_apply_no: 'C1', cancel_state: 'CANCEL_SUCCESS' }],
  ['/v3/apply4subject/applyment', { query: { business_code: '1' } }, { applyment_state: 'APPLYMENT_STATE_PASSED', qrcode_data: expect.any(String) }],
  ['/v3/merchant-settlement/merchant-settle-rule-applications/{application_id}', { application_id: '1' }, { application_id: '1', application_state: 'PASSED' }],
  ['/v3/apply4sub/sub_merchants/{sub_mchid}/settlement', { sub_mchid: '1' }, { verify_result: 'VERIFY_SUCCESS' }],
  ['/v3/ecommerce/fund/withdraw/out-request-no/{out_request_no}', { out_request_no: 'W1', query: { sub_mchid: '1' } },
    { out_request_no: 'W1', status: 'SUCCESS', create_time: yesterday }],
  ['/v3/merchant/fund/withdraw/withdraw-id/{withdraw_id}', { withdraw_id: '3029' }, { withdraw_id: '3029', status: 'SUCCESS' }],
  ['/v3/platsolution/ecommerce/withdraw/day-end-balance-withdraw/out-request-no/{out_request_no}',
    { out_request_no: 'D1', query: { sub_mchid: '1' } }, { out_request_no: 'D1', status: 'FINISHED', success_amount: 100 }],
  ['/v3/platsolution/ecommerce/recharges/out-recharge-no/{out_recharge_no}', { out_recharge_no: 'C1', query: { sub_mchid: '1' } },
    { out_recharge_no: 'C1', recharge_state: 'SUCCESS', success_time: yesterday }],
  ['/v3/recharge/bank-transfer-recharges/out-recharge-no/{out_recharge_no}', { out_recharge_no: 'C1' }, { recharge_state: 'SUCCESS' }],
  ['/v3/abnormal-fund-processing/receipts/{receipt_id}', { receipt_id: '0100' }, { receipt_id: '0100', receipt_state: 'RECEIPT_STATE_PENDING' }],
  ['/v3/ecommerce/combine-papay/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}',
    { plan_id: '12535', out_contract_code: 'HT1' }, { out_contract_code: 'HT1', contract_state: 'SIGNED' }],
  ['/v3/ecommerce/combine-papay/transactions/{combine_out_trade_no}', { combine_out_trade_no: 'ORDER_D1' },
    { combine_out_trade_no: 'ORDER_D1', sub_orders: [{ out_trade_no: 'ORDER_D1-1', trade_state: 'SUCCESS' }] }],
  ['/v3/ecommerce/individual-contracts/out-contract-code/{out_contract_code}', { out_contract_code: 'PAYEE_1' },
    { auth_state: 'AUTHORIZED', signed_time: yesterday }],
  ['/v3/ecommerce/individual-contracts/{openid}', { openid: 'o1' }, { auth_state: 'AUTHORIZED', operation_time: yesterday }],
  ['/v3/platsolution/ecommerce/settle/prepay-settle-orders/{settle_batch_no}', { settle_batch_no: '3029' },
    { settle_batch_no: '3029', state: 'ACCEPTED', create_time: yesterday }],
  [`${compensations}/compensate-bills/out-bill-no/{out_bill_no}`, { out_bill_no: 'B1' },
    { out_bill_no: 'B1', state: 'SUCCESS', success_time: yesterday, receiver_detail: { receiver: { type: 'TRANSACTION_USER' } } }],
  [`${compensations}/transfer-bills/bill-id/{bill_id}`, { bill_id: '1330' },
    { bill_id: '1330', state: 'SUCCESS', receiver_detail: { receiver: { mch_info: { mch_id: '1900000110' } } } }],
  [`${compensations}/sub-mch-compensation-bills/{out_bill_no}`, { out_bill_no: 'B1' }, { out_bill_no: 'B1', state: 'SUCCESS' }],
  ['/v3/platsolution/ecommerce/insurance-compensation-contracts/sub-mchid/{sub_mchid}/check-opened', { sub_mchid: '1' },
    { sub_mchid: '1', opened: true, success_time: yesterday }],
  ['/v3/businesscircle/user-authorizations/{openid}', { openid: 'o1' }, { authorize_state: 'AUTHORIZED', authorize_time: yesterday }],
])('invents an unknown record, the same each time, without storing it: %s', async (template, values, expected) => {
  const first = await api.get(template, values)
  expect(first.status).toBe(200)
  expect(first.body).toMatchObject(expected)
  api.control.clock.advance(60_000)
  expect(await api.get(template, values)).toEqual(first)
  expect(await api.control.state()).toEqual([])
})

test('offers the file of an invented receipt', async () => {
  const { body } = await api.get(`${transfers}/elecsign/out-bill-no/{out_bill_no}`, { out_bill_no: 'T1' })
  expect(body).toMatchObject({ state: 'FINISHED', download_url: expect.stringContaining('/v3/transferdownload/signfile?token=') })
})

const service = { appid: 'wx1', service_id: '500001', post_payments: [{ name: '租借', amount: 300 }], total_amount: 300 }

test.each<[template: string, json: Record<string, unknown>, path: Record<string, string>, expected: object]>([
  ['/v3/payscore/serviceorder/{out_order_no}/complete', service, { out_order_no: 'ORDER_S1' }, { state: 'DOING', state_description: 'MCH_COMPLETE' }],
  ['/v3/payscore/serviceorder/{out_order_no}/modify', service, { out_order_no: 'ORDER_S1' }, { total_amount: 300, state_description: 'MCH_COMPLETE' }],
  ['/v3/payscore/serviceorder/{out_order_no}/cancel', { reason: '不租了' }, { out_order_no: 'ORDER_S1' }, { state: 'REVOKED' }],
  [`${transfers}/transfer-bills/out-bill-no/{out_bill_no}/cancel`, {}, { out_bill_no: 'T1' }, { state: 'CANCELING' }],
  [`${compensations}/compensate-bills/out-bill-no/{out_bill_no}/cancel`, {}, { out_bill_no: 'B1' }, { state: 'CANCELING' }],
  [`${transfers}/user-confirm-authorization/out-authorization-no/{out_authorization_no}/close`, {}, { out_authorization_no: 'L1' },
    { state: 'CLOSED', close_info: { close_reason: 'CLOSE_VIA_MCH_API' } }],
  ['/v3/platsolution/ecommerce/settle/prepay-settle-orders/{settle_batch_no}/apply-abnormal-settle',
    { out_abnormal_settle_batch_no: 'YC1', abnormal_settle_type: 'TRANSFER_TO_ORIGINAL_RECEIVE_USER' },
    { settle_batch_no: '3029' }, { state: 'ABNORMAL_SETTLE_SUCCESS', abnormal_type: 'USER_PAY_QUOTA_LIMIT' }],
  ['/v3/ecommerce/applyments/out-request-no/{out_request_no}/revoke', {}, { out_request_no: 'E1' }, { applyment_id: expect.any(Number) }],
])('invents an unknown record in a state that allows the operation: %s', async (template, json, path, expected) => {
  const first = await api.post(template, json, path)
  expect(first).toMatchObject({ status: 200, body: { ...path, ...expected } })
  expect(await api.post(template, json, path)).toEqual(first)
  expect(await api.control.state()).toEqual([])
})
