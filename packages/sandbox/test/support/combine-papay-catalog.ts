import type { Field, Operation } from '@wxpay-live/compiler/model'
import { field } from './catalog.ts'
import { op, table } from './tables.ts'

const path = '/v3/ecommerce/combine-papay'
const byCode = `${path}/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}`
const plan = field('plan_id', 'integer')

const prepared = [...table('pre_entrustweb_id mchid out_contract_code'), plan]
const contract = [...table(
  'mchid contract_id appid out_contract_code contract_display_account contract_state contract_signed_time contract_expired_time openid',
  ['contract_terminate_info?', 'contract_termination_mode', 'contract_terminated_time', 'contract_termination_remark'],
), plan]
const deduction = table('combine_appid combine_mchid combine_out_trade_no', [
  'sub_orders[]', 'mchid', 'out_trade_no', 'sub_mchid', 'transaction_id', 'trade_type', 'trade_state', 'attach?',
  ['amount?', 'total_amount', 'payer_amount?'],
], ['combine_payer_info?', 'openid'])

/** Makes an operation whose path names the plan, a number. */
function ofPlan(name: string, response: Field[]): Operation {
  const { request, ...rest } = op(name, response)
  return { ...rest, request: { ...request, path: [plan, field('out_contract_code')] } }
}

/** Operations of deductions by contract, with only the rows that their tests check. */
export const combinePapayOperations = [
  op(`POST ${path}/contracts/pre-entrust-sign`, prepared),
  op(`POST ${path}/contracts/pre-entrust-sign/mini-program`, prepared),
  ofPlan(`GET ${byCode}`, contract),
  ofPlan(`POST ${byCode}/terminate`, [...table('mchid out_contract_code'), plan]),
  op(`POST ${path}/transactions`, deduction),
  op(`GET ${path}/transactions/{combine_out_trade_no}`, deduction),
  op(`POST ${path}/transactions/{combine_out_trade_no}/reverse`),
]
