import { field } from './catalog.ts'
import { op, table } from './tables.ts'

const bill = table('sp_mchid sub_mchid? sponsor_mchid? business_type? out_bill_no amount transfer_remark bill_id state accept_time success_time?', [
  'receiver_detail', ['receiver?', 'type?', ['mch_info?', 'mchid?', 'mch_id?'], ['transaction_info?', 'transaction_id', 'type?'], ['user_info?', 'sp_openid?']],
], ['close_info?', 'close_time', 'close_reason'])

const prefix = '/v3/platsolution/ecommerce/mch-transfer'

const confirmable = (kind: string) => [
  op(`POST ${prefix}/${kind}/pre-transfer`, table('out_bill_no bill_id accept_time package_info')),
  op(`POST ${prefix}/${kind}/out-bill-no/{out_bill_no}/cancel`, table('out_bill_no bill_id state cancel_accept_time')),
]

const insurers = '/v3/platsolution/ecommerce/insurance-compensation-contracts'
const insurer = [field('sub_mchid'), field('opened', 'boolean'), field('success_time?')]

/** Operations of compensations, with only the rows that their tests check. */
export const compensationOperations = [
  ...['compensate-bills', 'insurance-claim-bills', 'deposit-after-sales-compensation-bills', 'transfer-bills'].flatMap(kind => [
    op(`POST ${prefix}/${kind}`, bill),
    op(`GET ${prefix}/${kind}/out-bill-no/{out_bill_no}`, bill),
    op(`GET ${prefix}/${kind}/bill-id/{bill_id}`, bill),
  ]),
  op(`POST ${prefix}/deposit-shipping-cost-compensation-bills`, bill),
  op(`GET ${prefix}/deposit-shipping-cost-compensation-bills/out-bill-no/{out_bill_no}`, bill),
  ...['deposit-insurance-premiums-compensation-bills', 'sub-mch-compensation-bills'].flatMap(kind => [
    op(`POST ${prefix}/${kind}`, bill),
    op(`GET ${prefix}/${kind}/{out_bill_no}`, bill),
  ]),
  ...['compensate-bills', 'insurance-claim-bills'].flatMap(confirmable),
  op(`POST ${insurers}`, insurer),
  op(`POST ${insurers}/sub-mchid/{sub_mchid}/check-opened`, insurer),
  op(`GET ${insurers}/sub-mchid/{sub_mchid}/check-opened`, insurer),
]
