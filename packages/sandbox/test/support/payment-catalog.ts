import { op, table } from './tables.ts'

const order = table(
  'out_trade_no id? transaction_id? trade_type? trade_state trade_state_desc sp_mchid? sub_mchid?',
  ['payer?', 'openid?', 'sp_openid?', 'sub_openid?'],
  ['amount?', 'total', 'payer_total?', 'currency?', 'payer_currency?', ['exchange_rate?', 'type', 'rate']],
)
const refund = table(
  'id? refund_id? out_refund_no transaction_id? out_trade_no? status? create_time success_time?',
  ['amount', 'refund', 'currency?', 'payer_refund', 'payer_currency?', ['exchange_rate?', 'type', 'rate']],
)
const refunds = table('id out_trade_no total_num current_total_num', ['data[]', 'id', 'out_refund_no', 'status'])
const transfer = table('out_bill_no transfer_bill_no state openid? package_info? fail_reason? user_display_name? out_authorization_no?')
const authorization = table(
  'out_authorization_no authorization_id? state openid? authorize_time? package_info?',
  ['close_info?', 'close_time', 'close_reason'],
)
const receipt = table('state create_time update_time? hash_type? hash_value? download_url?')
const permission = table('authorization_code authorization_state openid? sub_openid? sub_mchid?')
const plan = table('plan_id merchant_plan_no plan_state stop_mchid? stop_time?', [
  'plan_detail_list[]', 'plan_detail_no', 'plan_detail_name', 'actual_price',
])
const signed = table('sign_plan_id merchant_sign_plan_no plan_id sign_state plan_name? cancel_sign_type? cancel_reason? sign_time?', [
  'signed_detail_list[]', 'plan_detail_no', 'merchant_plan_detail_no', 'plan_detail_name?',
])

const transfers = '/v3/fund-app/mch-transfer'
const leave = `${transfers}/user-confirm-authorization`
const plans = '/v3/payscore/plan/payscore-plans'
const signPlans = '/v3/payscore/sign-plan/user-sign-plans'

/** Less common operations of payments, with only the rows that their tests check. */
export const paymentOperations = [
  ...['/v3/pay/transactions', '/v3/pay/partner/transactions'].flatMap(prefix => [
    op(`POST ${prefix}/codepay`, order),
    op(`POST ${prefix}/jsapi-with-contract`, table('prepay_id')),
    op(`POST ${prefix}/out-trade-no/{out_trade_no}/reverse`, table('out_trade_no')),
  ]),
  op('POST /v3/global/transactions/native', table('code_url')),
  op('POST /v3/global/transactions/mweb', table('mweb_url')),
  op('POST /v3/global/micropay/transactions/pay', order),
  op('GET /v3/global/transactions/out-trade-no/{out_trade_no}', order),
  op('GET /v3/global/transactions/id/{transaction_id}', order),
  op('POST /v3/global/transactions/out-trade-no/{out_trade_no}/close'),
  op('POST /v3/global/micropay/transactions/id/{transaction_id}/reverse'),
  op('POST /v3/refund/domestic/refunds/{refund_id}/apply-abnormal-refund', refund),
  op('POST /v3/global/refunds', refund),
  op('GET /v3/global/refunds', refunds),
  op('GET /v3/global/refunds/id/{refund_id}', refund),
  op(`POST ${transfers}/transfer-bills/pre-transfer-with-authorization`, transfer),
  op(`POST ${transfers}/transfer-bills/transfer`, transfer),
  op(`POST ${leave}`, authorization),
  op(`GET ${leave}/out-authorization-no/{out_authorization_no}`, authorization),
  op(`POST ${leave}/out-authorization-no/{out_authorization_no}/close`, authorization),
  op(`POST ${transfers}/elecsign/out-bill-no`, receipt),
  op(`GET ${transfers}/elecsign/out-bill-no/{out_bill_no}`, receipt),
  op(`POST ${transfers}/elecsign/transfer-bill-no`, receipt),
  op(`GET ${transfers}/elecsign/transfer-bill-no/{transfer_bill_no}`, receipt),
  { ...op('GET /v3/transferdownload/signfile'), returns: 'binary' as const },
  op('POST /v3/payscore/partner/permissions', table('apply_permissions_token')),
  op('GET /v3/payscore/partner/permissions/search', permission),
  op('POST /v3/payscore/partner/permissions/terminate'),
  op('GET /v3/payscore/user-service-state', table('use_service_state openid')),
  op('POST /v3/payscore/users/{openid}/permissions/{service_id}/terminate'),
  op(`POST ${plans}`, plan),
  op(`GET ${plans}/merchant-plan-no/{merchant_plan_no}`, plan),
  op(`POST ${plans}/merchant-plan-no/{merchant_plan_no}/stop`, plan),
  op(`POST ${signPlans}`, table('package', ['sign_plan', 'sign_plan_id', 'sign_state', 'plan_name?'])),
  op(`GET ${signPlans}/merchant-sign-plan-no/{merchant_sign_plan_no}`, signed),
  op(`POST ${signPlans}/merchant-sign-plan-no/{merchant_sign_plan_no}/stop`, signed),
  op('POST /v3/payscore/partner/service-account-applications', table('out_apply_no apply_state reject_reason?')),
  op('GET /v3/payscore/partner/service-account-applications/{out_apply_no}', table('out_apply_no apply_state reject_reason?')),
  op('POST /v3/payscore/serviceorder/{out_order_no}/send-pendingmessage'),
]
