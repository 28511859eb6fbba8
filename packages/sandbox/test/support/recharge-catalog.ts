import { field } from './catalog.ts'
import { op, table } from './tables.ts'

const platform = '/v3/platsolution/ecommerce'
const recharge = table(
  'sp_mchid sub_mchid recharge_id out_recharge_no recharge_channel? account_type recharge_state recharge_scene',
  ['recharge_amount', 'amount', 'currency'],
  ['bank_transfer_info?', 'memo', 'return_reason?', 'bank_card_tail'], ['qr_recharge_info?', 'openid', 'employee_type'],
  ['online_bank_recharge_info?', 'bill_no', 'online_bank_type'], 'success_time?', 'close_time?', 'recharge_state_desc?',
)
const transfer = table(
  'mchid recharge_id out_recharge_no account_type recharge_state recharge_scene', ['recharge_amount', 'amount', 'currency'],
  ['bank_transfer_info?', 'memo', 'bank_name'], 'success_time?', 'close_time?', 'recharge_state_desc?',
)
const employee = 'sub_mchid sp_openid state create_time update_time'
const records = (owner: string) => table('total_count offset limit', [
  'data[]', owner, 'account_type', 'income_record_type', 'income_record_id', 'amount', 'bank_account_number', 'recharge_remark',
], ['links', 'next', 'prev', 'self'])

/** A list in pages, whose query has numbers. */
function paged(name: string, owner: string) {
  const operation = op(name, records(owner))
  return { ...operation, request: { ...operation.request, query: [field('offset?', 'integer'), field('limit', 'integer')] } }
}

/** Operations of recharges, with only the rows that their tests check. */
export const rechargeOperations = [
  op(`POST ${platform}/recharges/apply`, table('recharge_id out_recharge_no recharge_url')),
  op(`GET ${platform}/recharges/out-recharge-no/{out_recharge_no}`, recharge),
  op(`POST ${platform}/recharges/out-recharge-no/{out_recharge_no}/close`, recharge),
  op(`POST ${platform}/recharge-employees`, table(employee)),
  op(`GET ${platform}/recharge-employees/sub-mchid/{sub_mchid}`, table('', ['employees?[]', ...employee.split(' ')])),
  op(`POST ${platform}/recharge-employees/sub-mchid/{sub_mchid}/sp-openid/{sp_openid}/delete`, table(employee)),
  ...[`${platform}/bank-transfer-recharges`, '/v3/recharge/bank-transfer-recharges'].flatMap(path => [
    op(`POST ${path}/apply`, table('recharge_id out_recharge_no', ['transfer_in_account', 'bank_account_no'])),
    op(`GET ${path}/out-recharge-no/{out_recharge_no}`, transfer),
  ]),
  paged('GET /v3/merchantfund/merchant/income-records', 'mchid'),
  paged('GET /v3/merchantfund/partner/income-records', 'sub_mchid'),
]
