import type { Scenario } from '../../scenarios/scenarios.ts'
import { can, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { Flow } from '../kit/flow.ts'
import { show } from '../kit/steps.ts'
import { lackOf, takeOut } from './balance.ts'
import { act, bankAccount, failureOf, nextOf, payoutOf, type Withdrawal, withdrawal } from './withdrawal.ts'

type Wanted = Pick<Withdrawal, 'out_request_no' | 'amount'>
  & Partial<Pick<Withdrawal, 'sub_mchid' | 'account_type' | 'remark' | 'bank_memo' | 'notify_url'>>

/** Returns a withdrawal whose money is still in the account. */
const accepted = (params: Wanted, world: World, scenario?: Scenario): Withdrawal => ({
  ...bankAccount,
  account_type: 'BASIC',
  remark: '',
  bank_memo: '',
  notify_url: '',
  ...params,
  ...params.sub_mchid !== undefined && { sp_mchid: world.mchid },
  withdraw_id: world.number('3029', 32, `${params.sub_mchid ?? ''}/${params.out_request_no}`),
  status: 'INIT',
  create_time: world.time,
  update_time: world.time,
  reason: '',
  solution: '',
  ...failureOf(scenario),
})

/** The money leaves the account when the withdrawal is accepted, and comes back if the bank does not pay. */
const request = async (params: Wanted, world: World, scenario?: Scenario) => {
  const { data } = await world.create(withdrawal, params, () => accepted(params, world, scenario))
  return data.failure !== 'close' && can(withdrawal, data, 'accept') ? start(data, world) : data
}

/** A withdrawal that the account cannot pay stays in `INIT`; the same request tries again (page 4014075940 of 2026). */
async function start(data: Withdrawal, world: World) {
  const payout = payoutOf(data, world)
  const lack = await lackOf(payout, payout.amount, world)
  if (lack) return lack
  const done = { ...move(withdrawal, data, 'accept'), update_time: world.time }
  await world.save(withdrawal, done)
  await takeOut(payout, world)
  return done
}

type Keys = { out_request_no?: string, withdraw_id?: string, sub_mchid?: string }

/** Returns an invented withdrawal that the bank paid. */
function invent(params: Keys, world: World): Withdrawal {
  const out_request_no = params.out_request_no ?? world.number('W', 24, params.withdraw_id ?? '')
  const started = move(withdrawal, accepted({ amount: 100, ...params, out_request_no }, world), 'accept')
  return { ...move(withdrawal, started, 'approve'), ...params }
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
