import type { Operation } from '@wxpay-live/compiler/model'
import { op, table } from './tables.ts'

const shared = table('sub_mchid transaction_id out_order_no order_id status', [
  'receivers[]', 'type', 'receiver_account', 'receiver_mchid?', 'amount', 'description', 'result', 'detail_id',
])
const returned = table('sub_mchid order_id out_order_no out_return_no return_mchid amount return_no result transaction_id')
const receiver = table('type account')

const refund = table(
  'refund_id out_refund_no transaction_id out_trade_no status create_time success_time? refund_account?',
  ['amount', 'refund', 'payer_refund', 'advance?'],
)
const advanceReturn = table('refund_id advance_return_id return_amount payer_mchid payee_mchid result success_time?')

const sharing = '/v3/ecommerce/profitsharing'
const refunds = '/v3/ecommerce/refunds'
const subsidies = '/v3/ecommerce/subsidies'

/** Operations of platforms (平台收付通), with only the rows that their tests check. */
export const ecommerceOperations: Operation[] = [
  op(`POST ${sharing}/receivers/add`, receiver),
  op(`POST ${sharing}/receivers/delete`, receiver),
  op(`POST ${sharing}/orders`, shared),
  op(`GET ${sharing}/orders`, [...shared, ...table('finish_amount? finish_description?')]),
  op(`GET ${sharing}/orders/{transaction_id}/amounts`, table('transaction_id unsplit_amount')),
  op(`POST ${sharing}/finish-order`, table('sub_mchid transaction_id out_order_no order_id')),
  op(`POST ${sharing}/returnorders`, returned),
  op(`GET ${sharing}/returnorders`, returned),
  op(`POST ${refunds}/apply`, refund),
  op(`GET ${refunds}/out-refund-no/{out_refund_no}`, refund),
  op(`GET ${refunds}/id/{refund_id}`, refund),
  op(`POST ${refunds}/{refund_id}/return-advance`, advanceReturn),
  op(`GET ${refunds}/{refund_id}/return-advance`, advanceReturn),
  op('GET /v3/ecommerce/bill/fundflowbill', table('download_bill_count', [
    'download_bill_list[]', 'bill_sequence', 'hash_type', 'hash_value', 'download_url', 'encrypt_key', 'nonce',
  ])),
  op(`POST ${subsidies}/create`, table('sub_mchid transaction_id subsidy_id description amount? result success_time out_subsidy_no?')),
  op(`POST ${subsidies}/return`, table('sub_mchid transaction_id subsidy_refund_id refund_id? out_order_no amount result subsidy_id?')),
  op(`POST ${subsidies}/cancel`, table('sub_mchid transaction_id result description')),
]
