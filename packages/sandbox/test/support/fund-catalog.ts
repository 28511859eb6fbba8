import { op, table } from './tables.ts'

const balance = table('sub_mchid? available_amount pending_amount? account_type?')
const withdrawal = table('sub_mchid? sp_mchid? status withdraw_id out_request_no amount create_time update_time reason remark account_type solution? account_number')
const dayEnd = table('sp_mchid sub_mchid status withdraw_id out_request_no total_amount success_amount? fail_amount? refund_amount? update_time reason? account_type')

const receipt = table('product_name receipt_id', ['transfer_amount', 'total', 'currency'], 'receipt_state', [
  'instruction?', 'out_instruction_no', ['commander', 'operator', 'mchid'], 'transfer_mode', 'success_time?',
])
const instruction = table('out_instruction_no', ['commander', 'operator', 'mchid?'], 'transfer_mode', 'instruction_state', 'success_time?')

const own = '/v3/merchant/fund'
const subMerchant = '/v3/ecommerce/fund'
const receipts = '/v3/abnormal-fund-processing/receipts/{receipt_id}'
const withdrawDayEnd = '/v3/platsolution/ecommerce/withdraw/day-end-balance-withdraw'

/** Operations of funds, with only the rows that their tests check. */
export const fundOperations = [
  op(`GET ${own}/balance/{account_type}`, balance),
  op(`GET ${own}/dayendbalance/{account_type}`, balance),
  op(`GET ${subMerchant}/balance/{sub_mchid}`, balance),
  op(`GET ${subMerchant}/enddaybalance/{sub_mchid}`, balance),
  op(`POST ${own}/withdraw`, table('withdraw_id out_request_no')),
  op(`GET ${own}/withdraw/out-request-no/{out_request_no}`, withdrawal),
  op(`GET ${own}/withdraw/withdraw-id/{withdraw_id}`, withdrawal),
  op(`POST ${subMerchant}/withdraw`, table('sub_mchid withdraw_id out_request_no')),
  op(`GET ${subMerchant}/withdraw/out-request-no/{out_request_no}`, withdrawal),
  op(`GET ${subMerchant}/withdraw/{withdraw_id}`, withdrawal),
  op(`POST ${withdrawDayEnd}`, dayEnd),
  op(`GET ${withdrawDayEnd}/out-request-no/{out_request_no}`, dayEnd),
  op(`GET ${own}/withdraw/bill-type/{bill_type}`, table('hash_type hash_value download_url')),
  op(`GET ${receipts}`, receipt),
  op(`POST ${receipts}/transfer-instructions`, receipt),
  op(`GET ${receipts}/transfer-instructions/{out_instruction_no}`, instruction),
]
