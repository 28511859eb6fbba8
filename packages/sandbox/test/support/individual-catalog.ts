import { op, table } from './tables.ts'

const payees = '/v3/ecommerce/individual-contracts'

const settle = '/v3/platsolution/ecommerce/settle/prepay-settle-orders'
const settlement = 'out_settle_batch_no settle_batch_no individual_auth_id description state trade_scenario create_time finish_time?'

/** Operations of payees, with only the rows that their tests check. */
export const individualOperations = [
  op('POST /v3/combine-transactions/miniprogram', table('prepay_id')),
  ...['', '-with-real-name-identity'].flatMap(kind => ['app', 'mini-program'].map(place =>
    op(`POST ${payees}/pre-entrust-sign${kind}/${place}`, table('pre_entrustweb_id')))),
  op(`GET ${payees}/out-contract-code/{out_contract_code}`, table(
    'individual_auth_id? signed_time auth_state individual_openid?',
    ['real_name_auth_result?', 'scope', 'access_token', 'access_token_expire_time'],
  )),
  op(`POST ${settle}`, table(settlement)),
  op(`GET ${settle}/{settle_batch_no}`, table(settlement)),
  op(`POST ${settle}/{settle_batch_no}/apply-abnormal-settle`, table(`${settlement} abnormal_type?`, [
    'abnormal_settle_result?', 'abnormal_settle_type', 'out_abnormal_settle_batch_no', 'abnormal_fund_receipt_id',
    'apply_success_time',
  ])),
  op(`GET ${payees}/{openid}`, table('individual_auth_id operation_time auth_state')),
]
