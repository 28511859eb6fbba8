import { field } from './catalog.ts'
import { op, table } from './tables.ts'

const prefix = '/v3/ecommerce/account'
const application = table('out_apply_no? sub_mchid? reject_reason? cancel_state? update_time?')
const withdrawal = table(
  'applyment_id out_request_no cancel_state cancel_state_description withdraw? withdraw_state? withdraw_state_description? modify_time? sub_mchid',
  ['account_withdraw_result?[]', 'out_account_type', 'pay_state', 'state_description'],
  ['account_info?[]', 'out_account_type', 'amount'], ['confirm_cancel?', 'confirm_cancel_url?'],
).map(row => row.name === 'applyment_id' ? field('applyment_id') : row)

const uploaded = {
  path: [], query: [], headers: [],
  body: field('body', 'object', {
    children: [field('file', 'object'), field('meta', 'string', { children: table('file_name file_digest') })],
  }),
}

/** Operations of cancellations, with only the rows that their tests check. */
export const cancellationOperations = [
  { ...op(`POST ${prefix}/cancel-applications/media`, table('media_id')), accepts: 'multipart' as const, request: uploaded },
  op(`POST ${prefix}/cancel-applications`, application),
  op(`GET ${prefix}/cancel-applications/out-apply-no/{out_apply_no}`, application),
  op(`POST ${prefix}/apply-cancel-withdraw`, [field('applyment_id?'), field('out_request_no?')]),
  op(`POST ${prefix}/apply-cancel-withdraw/confirm`, [field('applyment_id?'), field('out_request_no?'), field('sub_mchid?')]),
  op(`GET ${prefix}/apply-cancel-withdraw/out-request-no/{out_request_no}`, withdrawal),
  op(`GET ${prefix}/apply-cancel-withdraw/applyment-id/{applyment_id}`, withdrawal),
  op(`GET ${prefix}/apply-cancel-withdraw/validate-cancel/{sub_mchid}`, table('sub_mchid merchant_state validate_result',
    ['account_info?[]', 'out_account_type', 'amount'], ['block_reasons?[]', 'type', 'description'])),
]
