import { refusal } from '../../replies/error-codes.ts'
import { move } from '../../state/machine.ts'
import { businessKey, type World } from '../../state/world.ts'
import { dayBefore } from '../../values/beijing-time.ts'
import { movementsOf } from '../bill/movements.ts'
import type { Action, Flow } from '../kit/flow.ts'
import type { Params } from '../kit/operation.ts'
import { omit } from '../kit/params.ts'
import { show } from '../kit/steps.ts'
import { balanceIn, takeOut } from './balance.ts'
import { act, type DayEndWithdrawal, dayEndWithdrawal, nextOf, payoutOf } from './day-end.ts'
import { bankAccount, failureOf } from './withdrawal.ts'

const path = '/v3/platsolution/ecommerce/withdraw/day-end-balance-withdraw'

type Wanted = Params<`POST ${typeof path}`>

/**
 * Returns how much a request withdraws, in cents.
 *
 * @throws Refusal if nothing is left, or the balance fell since the end of the day and the request does not allow that
 */
async function amountOf(params: Wanted, world: World): Promise<number> {
  const { sub_mchid, calculate_amount_type, reserve_amount = 0 } = params
  const movements = await movementsOf({ owner: sub_mchid, account: 'BASIC' }, world)
  const { available_amount: atDayEnd } = balanceIn(movements, world, dayBefore(world.now))
  const { available_amount: current } = balanceIn(movements, world)
  const base = calculate_amount_type === 'ALLOW_CURRENT_BALANCE' ? Math.min(current, atDayEnd) : atDayEnd
  if (current < base || base <= reserve_amount) {
    throw refusal(['NOT_ENOUGH', `账户可用余额不足：日终 ${atDayEnd} 分，当前 ${current} 分，留存 ${reserve_amount} 分`])
  }
  return base - reserve_amount
}

type Named = Omit<Wanted, 'calculate_amount_type' | 'reserve_amount'>

const processing = (params: Named, total_amount: number, world: World): DayEndWithdrawal => ({
  ...bankAccount,
  ...params,
  account_type: 'BASIC',
  withdraw_id: world.number('3029', 32, `${params.sub_mchid}/${params.out_request_no}`),
  status: 'PROCESSING',
  total_amount,
  success_amount: 0,
  fail_amount: 0,
  refund_amount: 0,
  create_time: world.time,
  update_time: world.time,
})

const request: Action<`POST ${typeof path}`> = async (params, world, scenario) => {
  const known = await world.find(dayEndWithdrawal, businessKey(dayEndWithdrawal, params))
  const amount = known?.total_amount ?? await amountOf(params, world)
  const { data, isNew } = await world.create(dayEndWithdrawal, params, () => ({
    ...processing(omit(params, 'calculate_amount_type', 'reserve_amount'), amount, world), ...failureOf(scenario),
  }))
  if (isNew) await takeOut(payoutOf(data), world)
  return data
}

/** Returns an invented withdrawal that the bank paid. */
const invent = (params: Params<`GET ${typeof path}/out-request-no/{out_request_no}`>, world: World): DayEndWithdrawal =>
  ({ ...move(dayEndWithdrawal, processing(params, 100, world), 'approve'), success_amount: 100 })

/** Withdrawals of a sub-merchant's day-end balance: request, query. The bank pays, or returns the money. */
export const flow: Flow = {
  actions: {
    [`POST ${path}`]: request,
    [`GET ${path}/out-request-no/{out_request_no}`]: show(dayEndWithdrawal, invent),
  },
  otherSide: { record: dayEndWithdrawal, next: nextOf, act },
}
