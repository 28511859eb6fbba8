import { op, table } from './tables.ts'

const stock = table('stock_id stock_name status stock_creator_mchid distributed_coupons start_time? singleitem?', [
  'stock_use_rule', 'max_coupons', ['fixed_normal_coupon?', 'coupon_amount', 'transaction_minimum'], 'combine_use?',
])
const coupon = table('coupon_id stock_id coupon_name status no_cash out_request_no available_end_time? singleitem?', [
  'normal_coupon_information?', 'coupon_amount', 'transaction_minimum',
], ['consume_information?', 'consume_time', 'consume_mchid', 'transaction_id'])
const applied = table('business_code? applyment_id? sub_mchid? sign_url? applyment_state applyment_state_msg?', [
  'audit_detail?', 'field', 'reject_reason',
])
const account = table('account_type account_bank account_number verify_result verify_fail_reason? verify_finish_time?')
const permission = table('sub_mchid domains[] applyment_id audit_reject_detail? applyment_state')
const address = table('mchid? notify_url update_time?')
const complaint = table('out_trade_no complaint_time amount complaint_detail complaint_state transaction_id complaint_handle_state')
const offered = table('download_url hash_type hash_value')

const favor = '/v3/marketing/favor'
const service = '/v3/merchant-service'
const settlement = '/v3/apply4sub/sub_merchants/{sub_mchid}'
const h5 = '/v3/global/merchant/h5/permission/domain/applications'

/** Operations of merchant services, with only the rows that their tests check. */
export const merchantOperations = [
  op(`POST ${favor}/coupon-stocks`, table('stock_id create_time')),
  op(`GET ${favor}/stocks`, table('total_count limit offset', ['data[]', 'stock_id?', 'status?'])),
  op(`GET ${favor}/stocks/{stock_id}`, stock),
  op(`POST ${favor}/stocks/{stock_id}/start`, table('start_time stock_id')),
  op(`POST ${favor}/stocks/{stock_id}/pause`, table('pause_time stock_id')),
  op(`POST ${favor}/stocks/{stock_id}/restart`, table('restart_time stock_id')),
  op(`POST ${favor}/stocks/{stock_id}/stop`, table('stop_time stock_id')),
  op(`POST ${favor}/stocks/{stock_id}/modify-goods-id`, table('pause_time stock_id')),
  op(`GET ${favor}/stocks/{stock_id}/items`, table('total_count stock_id data[]')),
  op(`GET ${favor}/stocks/{stock_id}/use-flow`, table('url hash_value hash_type')),
  op(`POST ${favor}/users/{openid}/coupons`, table('coupon_id')),
  op(`GET ${favor}/users/{openid}/coupons`, table('total_count limit offset', ['data[]', 'coupon_id?', 'status?'])),
  op(`GET ${favor}/users/{openid}/coupons/{coupon_id}`, coupon),
  op(`POST ${favor}/callbacks`, address),
  op(`GET ${favor}/callbacks`, address),
  op('POST /v3/marketing/busifavor/callbacks', address),
  op('POST /v3/applyment4sub/applyment/', table('applyment_id')),
  op('GET /v3/applyment4sub/applyment/applyment_id/{applyment_id}', applied),
  op('GET /v3/applyment4sub/applyment/business_code/{business_code}', applied),
  op(`GET ${settlement}/settlement`, account),
  op(`POST ${settlement}/modify-settlement`, table('application_no')),
  op(`GET ${settlement}/application/{application_no}`, account),
  op(`POST ${h5}`, permission),
  op(`GET ${h5}/{applyment_id}`, permission),
  op(`PATCH ${h5}/{applyment_id}`, permission),
  op('POST /v3/goldplan/merchants/changegoldplanstatus', table('sub_mchid')),
  op('POST /v3/goldplan/merchants/changecustompagestatus', table('sub_mchid operation_type')),
  op('PATCH /v3/goldplan/merchants/open-advertising-show'),
  op('GET /v3/businesscircle/user-authorizations/{openid}', table('openid authorize_state authorize_time?')),
  op(`GET ${service}/complaints`, table('offset limit total_count', ['data[]', 'out_trade_no', 'complaint_state'])),
  op(`GET ${service}/complaints/{transaction_id}`, complaint),
  op(`GET ${service}/complaints/{transaction_id}/negotiation-historys`, table('', [
    'complaint_negotiation_history[]', 'operate_user', 'operate_type', 'operate_details?',
  ])),
  op(`POST ${service}/feedbacks`),
  op(`POST ${service}/complaints-v2/{complaint_id}/update-refund-progress`),
  op(`POST ${service}/complaints-v2/{complaint_id}/response-immediate-service`, table('log_id?')),
  op('GET /v3/bill/sub-merchant-fundflowbill', table('', [
    'download_bill_list[]', 'bill_sequence', 'download_url', 'encrypt_key', 'hash_type', 'hash_value', 'nonce',
  ])),
  op('GET /v3/profitsharing/bills', offered),
]
