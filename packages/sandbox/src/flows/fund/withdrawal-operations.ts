import type { Scenario } from '../../scenarios/scenarios.ts'
import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { Flow } from '../kit/flow.ts'
import { show } from '../kit/steps.ts'
import { takeOut } from './balance.ts'
import { act, bankAccount, failureOf, nextOf, payoutOf, type Withdrawal, withdrawal } from './withdrawal.ts'

type Wanted = Pick<Withdrawal, 'out_request_no' | 'amount'>
  & Partial<Pick<Withdrawal, 'sub_mchid' | 'account_type' | 'remark' | 'bank_memo' | 'notify_url'>>

/** Returns a withdrawal that waits for the bank, or one that will be closed. */
const accepted = (params: Wanted, world: World, scenario?: Scenario): Withdrawal => ({
  ...bankAccount,
  account_type: 'BASIC',
  remark: '',
  bank_memo: '',
  notify_url: '',
  ...params,
  ...params.sub_mchid !== undefined && { sp_mchid: world.mchid },
  withdraw_id: world.number('3029', 32, `${params.sub_mchid ?? ''}/${params.out_request_no}`),
  status: failureOf(scenario).failure === 'close' ? 'INIT' : 'CREATE_SUCCESS',
  create_time: world.time,
  update_time: world.time,
  reason: '',
  solution: '',
  ...failureOf(scenario),
})

/** The money leaves the account when the withdrawal is accepted, and comes back if the bank does not pay. */
const request = async (params: Wanted, world: World, scenario?: Scenario) => {
  const { data, isNew } = await world.create(withdrawal, params, () => accepted(params, world, scenario))
  if (isNew && data.status !== 'INIT') await takeOut(payoutOf(data, world), world)
  return data
}

type Keys = { out_request_no?: string, withdraw_id?: string, sub_mchid?: string }

/** Returns an invented withdrawal that the bank paid. */
function invent(params: Keys, world: World): Withdrawal {
  const out_request_no = params.out_request_no ?? world.number('W', 24, params.withdraw_id ?? '')
  return { ...move(withdrawal, accepted({ amount: 100, ...params, out_request_no }, world), 'approve'), ...params }
}

const query = show(withdrawal, invent)

const own = '/v3/merchant/fund/withdraw'
const subMerchant = '/v3/ecommerce/fund/withdraw'

/** Withdrawals of the platform and of its sub-merchants: request, query. The bank pays, or returns the money. */
export const flow: Flow = {
  actions: {
    [`POST ${own}`]: request,
    [`GET ${own}/out-request-no/{out_request_no}`]: query,
    [`GET ${own}/withdraw-id/{withdraw_id}`]: query,
    [`POST ${subMerchant}`]: request,
    [`GET ${subMerchant}/out-request-no/{out_request_no}`]: query,
    [`GET ${subMerchant}/{withdraw_id}`]: query,
  },
  otherSide: { record: withdrawal, next: nextOf, act },
}
