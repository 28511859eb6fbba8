import { refusal } from '../../replies/error-codes.ts'
import type { Scenario } from '../../scenarios/scenarios.ts'
import { can, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { receipt, unborn } from '../abnormal/receipt.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow, OtherSide } from '../kit/flow.ts'
import { omit, sum } from '../kit/params.ts'
import { step } from '../kit/steps.ts'
import { fundsIn, isPaid, transaction } from '../payment/transaction.ts'
import { authorization } from './authorization.ts'
import { takeOut } from './money.ts'
import { settlementAbnormal, settlementFeeFailed } from './scenarios.ts'
import { act, type Settlement, settlement, type Wanted } from './settlement.ts'

/** Makes the settlement of a request. */
const accepted = (params: Wanted, { number, time }: World): Settlement => ({
  ...params,
  settle_batch_no: number('3029', 29, params.out_settle_batch_no),
  state: 'ACCEPTED',
  create_time: time,
})

const failureOf = (scenario?: Scenario) => ({
  ...scenario === settlementAbnormal && { fails: 'quota' as const },
  ...scenario === settlementFeeFailed && { fails: 'fee' as const },
})

/** @throws Refusal if the payee is not authorized, or an order's money is not the payee's to settle; strict only */
async function check({ out_settle_batch_no, individual_auth_id, settle_info_list }: Wanted, world: World) {
  const payee = await world.find(authorization, individual_auth_id, 'individual_auth_id')
  if (world.strict && payee?.auth_state !== 'AUTHORIZED') throw refusal(['INVALID_REQUEST', '个人收款方没有授权'])
  for (const { transaction_id, settle_detail_info_list: details } of settle_info_list) {
    const settled = sum(details.map(({ amount: { amount } }) => amount))
    const order = await world.find(transaction, transaction_id, 'transaction_id')
    if (!world.strict) continue
    if (!order || !isPaid(order)) throw refusal(['INVALID_REQUEST', `订单 ${transaction_id} 不存在或没有付款`])
    if (order.individual_auth_id !== individual_auth_id) {
      throw refusal(['INVALID_REQUEST', `订单 ${transaction_id} 不是这个个人收款方的`])
    }
    const { frozen } = fundsIn(order)
    if (settled > frozen) {
      throw refusal(['INVALID_REQUEST', `订单 ${transaction_id} 待结算 ${frozen} 分，申请 ${settled} 分`])
    }
    const isRepeated = (await world.list(settlement)).some(other =>
      other.out_settle_batch_no !== out_settle_batch_no
      && other.settle_info_list.some(info => info.transaction_id === transaction_id))
    if (isRepeated) throw refusal(['INVALID_REQUEST', `订单 ${transaction_id} 申请过结算`])
  }
}

const apply = async (params: Wanted, world: World, scenario?: Scenario) => {
  const { data, isNew } = await world.create(settlement, params, () => ({
    ...accepted(params, world), ...failureOf(scenario),
  }))
  if (isNew) await check(params, world)
  return shown(data)
}

/** Returns a settlement as a query shows it; only the response to a redirection says what went wrong. */
const shown = (data: Settlement) =>
  omit(data, 'notify_url', 'settle_info_list', 'fails', 'abnormal_type', 'abnormal_settle_result')

/** Returns an invented settlement of an unknown number. */
const invent = (settle_batch_no: string, world: World): Settlement => ({
  ...accepted({
    out_settle_batch_no: `JS${settle_batch_no.slice(-20)}`, individual_auth_id: '1111011320260312000001',
    notify_url: '', description: '', trade_scenario: 'RECOMMERCE', settle_info_list: [],
  }, world),
  settle_batch_no,
})

const path = '/v3/platsolution/ecommerce/settle/prepay-settle-orders'
const one = `${path}/{settle_batch_no}` as const

const query: Action<`GET ${typeof one}`> = async (params, world) => {
  const data = await find(settlement, params, world)
    ?? unknown(world, settlement, yesterday => invent(params.settle_batch_no, yesterday))
  return data && shown(data)
}

type Redirection = {
  settle_batch_no: string
  individual_auth_id: string
  out_abnormal_settle_batch_no: string
  abnormal_settle_type: 'TRANSFER_TO_ORIGINAL_RECEIVE_USER'
}

/** Sends the money of an abnormal settlement to the payee in another way: as money that is stuck. */
const redirect = step(settlement, 'redirect', (data, params: Redirection, { number, time }) => ({
  ...data,
  abnormal_settle_result: {
    abnormal_settle_type: params.abnormal_settle_type,
    out_abnormal_settle_batch_no: params.out_abnormal_settle_batch_no,
    abnormal_fund_receipt_id: number('0100', 28, data.settle_batch_no),
    apply_success_time: time,
  },
}), ({ settle_batch_no }, world): Settlement =>
  ({ ...invent(settle_batch_no, world), abnormal_type: 'USER_PAY_QUOTA_LIMIT' }))

/** A repeated request gets the same result. */
const applyAbnormal: Action<`POST ${typeof one}/apply-abnormal-settle`> = async (params, world) => {
  const known = await find(settlement, params, world)
  const number = known?.abnormal_settle_result?.out_abnormal_settle_batch_no
  const isRepeated = number === params.out_abnormal_settle_batch_no
  const data = isRepeated ? known : await redirect(params, world)
  if (data && known && !isRepeated) await stopMoney(data, world)
  return data && omit(data, 'notify_url', 'settle_info_list', 'fails')
}

/** The money waits on its way until the platform says whom to pay. */
async function stopMoney(data: Settlement, world: World) {
  const total = await takeOut(data, world)
  const { abnormal_fund_receipt_id = '' } = data.abnormal_settle_result ?? {}
  if (total) await world.save(receipt, move(receipt, unborn(abnormal_fund_receipt_id, world, total), 'stop'))
}

const payee: OtherSide<Settlement> = {
  record: settlement,
  next(data) {
    if (can(settlement, data, 'receive')) return 'confirm'
    return can(settlement, data, 'finish') ? 'approve' : undefined
  },
  act,
}

/** Settlements for payees: apply, query, redirect. The payee confirms, then the fee is deducted. */
export const flow: Flow = {
  actions: {
    [`POST ${path}`]: apply,
    [`GET ${one}`]: query,
    [`POST ${one}/apply-abnormal-settle`]: applyAbnormal,
  },
  otherSide: payee,
}
