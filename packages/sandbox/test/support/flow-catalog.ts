import type { Catalog } from '@wxpay-live/compiler/model'
import { cancellationOperations } from './cancellation-catalog.ts'
import { field } from './catalog.ts'
import { combinePapayOperations } from './combine-papay-catalog.ts'
import { compensationOperations } from './compensation-catalog.ts'
import { ecommerceOperations } from './ecommerce-catalog.ts'
import { fundOperations } from './fund-catalog.ts'
import { individualOperations } from './individual-catalog.ts'
import { merchantOperations } from './merchant-catalog.ts'
import { onboardingOperations } from './onboarding-catalog.ts'
import { paymentOperations } from './payment-catalog.ts'
import { rechargeOperations } from './recharge-catalog.ts'
import { op, table } from './tables.ts'

const uploaded = {
  path: [], query: [], headers: [],
  body: field('body', 'object', {
    children: [field('file', 'object'), field('meta', 'string', { children: table('filename sha256') })],
  }),
}

const order = table(
  'appid? mchid? out_trade_no transaction_id? trade_type? trade_state trade_state_desc bank_type? attach? success_time? sp_mchid? sub_mchid?',
  ['payer?', 'openid'], ['amount?', 'total', 'payer_total?', 'currency?', 'payer_currency?'], ['scene_info?', 'device_id'],
)
const refund = table(
  'refund_id out_refund_no transaction_id out_trade_no status create_time success_time?',
  ['amount', 'total', 'refund', 'payer_refund'],
)
const combined = table('combine_out_trade_no', [
  'sub_orders[]', 'mchid', 'out_trade_no', 'transaction_id?', 'trade_state', ['amount', 'total_amount', 'payer_amount'],
])
const shared = table('transaction_id out_order_no order_id state', [
  'receivers[]', 'type', 'account', 'amount', 'result', 'description?', 'fail_reason?',
])
const returned = table('order_id out_order_no out_return_no return_id return_mchid amount result fail_reason?')
const receiver = table('type account relation_type?')
const transfer = table('out_bill_no transfer_bill_no state transfer_amount? package_info? fail_reason? update_time?')
const authorization = table('sub_mchid authorization_state accept_time? authorize_time?')
const service = table(
  'out_order_no service_id order_id? state state_description? total_amount? package?',
  ['collection?', 'state', 'total_amount', 'paying_amount', 'paid_amount'],
  ['post_payments?[]', 'name', 'amount'], ['post_discounts?[]', 'name', 'description', 'amount'],
)
const retail = table('out_order_no order_id? state? total_amount? finish_transaction_id? package?')
const permission = table('authorization_code authorization_state openid?')
const complaint = table('complaint_id complaint_state complaint_detail complaint_full_refunded incoming_user_response user_complaint_times', [
  'complaint_order_info[]', 'transaction_id', 'out_trade_no', 'amount',
])
const bill = table('hash_type hash_value download_url')

/** Operations of the flows, with only the rows that their tests check. */
export const flowCatalog: Catalog = {
  operations: [
    ...['/v3/pay/transactions', '/v3/pay/partner/transactions'].flatMap(prefix => [
      op(`POST ${prefix}/jsapi`, table('prepay_id')),
      op(`POST ${prefix}/app`, table('prepay_id')),
      op(`POST ${prefix}/native`, table('code_url')),
      op(`POST ${prefix}/h5`, table('h5_url')),
      op(`GET ${prefix}/out-trade-no/{out_trade_no}`, order),
      op(`GET ${prefix}/id/{transaction_id}`, order),
      op(`POST ${prefix}/out-trade-no/{out_trade_no}/close`),
    ]),
    op('POST /v3/combine-transactions/jsapi', table('prepay_id')),
    op('GET /v3/combine-transactions/out-trade-no/{combine_out_trade_no}', combined),
    op('POST /v3/combine-transactions/out-trade-no/{combine_out_trade_no}/close'),
    op('POST /v3/refund/domestic/refunds', refund),
    op('GET /v3/refund/domestic/refunds/{out_refund_no}', refund),
    op('GET /v3/bill/tradebill', bill),
    op('GET /v3/vehicle/parking/services/find', table('plate_number plate_color service_open_time? openid service_state')),
    op('GET /v3/bill/fundflowbill', bill),
    op('GET /v3/billdownload/file'),
    op('POST /v3/profitsharing/receivers/add', receiver),
    op('POST /v3/profitsharing/receivers/delete', receiver),
    op('POST /v3/profitsharing/orders', shared),
    op('POST /v3/profitsharing/orders/unfreeze', shared),
    op('GET /v3/profitsharing/orders/{out_order_no}', shared),
    op('GET /v3/profitsharing/transactions/{transaction_id}/amounts', table('transaction_id unsplit_amount')),
    op('POST /v3/profitsharing/return-orders', returned),
    op('GET /v3/profitsharing/return-orders/{out_return_no}', returned),
    op('POST /v3/fund-app/mch-transfer/transfer-bills', transfer),
    op('GET /v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}', transfer),
    op('GET /v3/fund-app/mch-transfer/transfer-bills/transfer-bill-no/{transfer_bill_no}', transfer),
    op('POST /v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}/cancel', transfer),
    op('POST /v3/ecommerce/mch-transfer/authorizations', authorization),
    op('GET /v3/ecommerce/mch-transfer/authorizations/{sub_mchid}', authorization),
    op('POST /v3/ecommerce/mch-transfer/transfer-bills', transfer),
    op('GET /v3/ecommerce/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}', transfer),
    op('GET /v3/ecommerce/mch-transfer/transfer-bills/transfer-bill-no/{transfer_bill_no}', transfer),
    op('POST /v3/ecommerce/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}/cancel', transfer),
    op('POST /v3/payscore/serviceorder', service),
    op('POST /v3/payscore/serviceorder/direct-complete', service),
    op('GET /v3/payscore/serviceorder', service),
    ...['cancel', 'modify', 'complete', 'pay', 'sync']
      .map(name => op(`POST /v3/payscore/serviceorder/{out_order_no}/${name}`, service)),
    op('POST /v3/payscore/smartretail-orders', retail),
    op('GET /v3/payscore/smartretail-orders', retail),
    op('POST /v3/payscore/smartretail-orders/{out_order_no}/complete', retail),
    op('POST /v3/payscore/smartretail-orders/{out_order_no}/cancel', retail),
    op('POST /v3/payscore/permissions', table('apply_permissions_token')),
    op('GET /v3/payscore/permissions/authorization-code/{authorization_code}', permission),
    op('GET /v3/payscore/permissions/openid/{openid}', permission),
    op('POST /v3/payscore/permissions/authorization-code/{authorization_code}/terminate'),
    op('GET /v3/merchant-service/complaints-v2', table('limit offset total_count', [
      'data[]', 'complaint_id', 'complaint_state',
    ])),
    op('GET /v3/merchant-service/complaints-v2/{complaint_id}', complaint),
    op('GET /v3/merchant-service/complaints-v2/{complaint_id}/negotiation-historys', table('total_count', [
      'data[]', 'log_id', 'operator', 'operate_type', 'operate_details?',
    ])),
    op('POST /v3/merchant-service/complaints-v2/{complaint_id}/response'),
    op('POST /v3/merchant-service/complaints-v2/{complaint_id}/complete'),
    ...['POST', 'PUT', 'GET'].map(verb => op(`${verb} /v3/merchant-service/complaint-notifications`, table('mchid url'))),
    op('DELETE /v3/merchant-service/complaint-notifications'),
    { ...op('POST /v3/merchant-service/images/upload', table('media_id')), accepts: 'multipart' as const, request: uploaded },
    op('GET /v3/merchant-service/images/{media_id}'),
    op('GET /v3/certificates', table('', ['data[]', 'serial_no'])),
    ...cancellationOperations,
    ...combinePapayOperations,
    ...compensationOperations,
    ...fundOperations,
    ...individualOperations,
    ...onboardingOperations,
    ...paymentOperations,
    ...rechargeOperations,
    ...merchantOperations,
    ...ecommerceOperations,
  ],
}
