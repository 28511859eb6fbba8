import { refusal } from '../../replies/error-codes.ts'
import { can, current, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { availableOf } from '../fund/balance.ts'
import { locate } from '../kit/find.ts'
import type { Flow } from '../kit/flow.ts'
import { pick, sum } from '../kit/params.ts'
import { show } from '../kit/steps.ts'
import { takeBack } from '../payment/funds.ts'
import { findOrder, fundsIn, transaction, withFunds } from '../payment/transaction.ts'
import { notifyOf, type Shared, type SharingOrder, sharingOrder } from './order-operations.ts'
import { type Return, returnOrder, shownReturn, type Wanted } from './return.ts'

/** Throws the refusal if a receiver does not hold enough of an order. */
type Check = (left: number, amount: number) => void

/**
 * Takes money back from a receiver: the reply shows `PROCESSING`, the next query `SUCCESS`.
 *
 * @returns a refusal if the receiver lacks the money; the return waits for the same request (page 4012525463 of 2026)
 */
export async function apply(params: Wanted, world: World, check: Check) {
  const amount = sum([params.amount])
  const shared = await locate(sharingOrder, params, world, 'order_id', 'out_order_no')
  if (!shared && !world.strict) return undefined
  if (!shared) throw refusal(sharingOrder.missing)
  const { data: stored } = await world.create(returnOrder, params, (): Return => ({
    ...params,
    ...pick(shared, 'order_id', 'out_order_no'),
    return_id: world.number('3008450', 28, params.out_return_no),
    result: 'PROCESSING',
    create_time: world.time,
    finish_time: world.time,
  }))
  const data = current(returnOrder, stored, world.now)
  if (!can(returnOrder, data, 'succeed')) return shownReturn(data)
  const receivers = takeFrom(shared.receivers, params.return_mchid, amount, check)
  const available = await availableOf({ owner: params.return_mchid, account: 'BASIC' }, world)
  if (available < amount) {
    return refusal(['NOT_ENOUGH', `可用余额不足，请充值后重新发起：回退商户可用 ${available} 分，申请 ${amount} 分`])
  }
  await world.save(sharingOrder, { ...shared, receivers })
  await world.save(returnOrder, { ...move(returnOrder, data, 'succeed'), finish_time: world.time })
  await giveBack(shared, data, amount, world)
  return shownReturn(data)
}

function takeFrom(receivers: Shared[], account: string, amount: number, check: Check): Shared[] {
  const from = receivers.find(item => item.account === account)
  if (!from) throw refusal(['INVALID_REQUEST', `回退商户 ${account} 不是此分账单的接收方`])
  const { returned = 0 } = from
  check(from.amount - returned, amount)
  return receivers.map(item => item === from ? { ...from, returned: returned + amount } : item)
}

function requireHeld(left: number, amount: number) {
  if (amount > left) throw refusal(['INVALID_REQUEST', `回退金额超过可回退金额：可回退 ${left} 分，申请 ${amount} 分`])
}

async function giveBack(shared: SharingOrder, data: Return, amount: number, world: World) {
  const order = await findOrder(pick(shared, 'transaction_id'), world)
  if (!order) return
  await world.save(transaction, withFunds(order, takeBack(fundsIn(order), amount)))
  const { return_mchid: account, description } = data
  const item = { type: 'MERCHANT_ID', account, amount, description } as const
  notifyOf('PROFITSHARING.RETURN', '分账回退成功', item, shared, order, world)
}

/** The members of a request that name a return. */
type Keys = { out_return_no: string, order_id?: string, out_order_no?: string, sub_mchid?: string }

/** Returns an invented return. */
const invent = (params: Keys, world: World): Return => ({
  return_mchid: '1900000110', amount: 100, description: '分账回退', ...params, result: 'SUCCESS',
  out_order_no: params.out_order_no ?? '',
  order_id: params.order_id ?? world.number('3008450740', 28, params.out_order_no ?? ''),
  return_id: world.number('3008450', 28, params.out_return_no),
  create_time: world.time,
  finish_time: world.time,
})

const find = show(returnOrder, invent)

/** Finds a return, or invents one if the sandbox is lenient. */
export async function query(params: Keys, world: World) {
  const data = await find(params, world)
  return data && shownReturn(data)
}

/** Returns of shared money by receivers that are merchants: request, query. */
export const flow: Flow = {
  records: [returnOrder],
  actions: {
    'POST /v3/profitsharing/return-orders': (params, world) => apply(params, world, requireHeld),
    'GET /v3/profitsharing/return-orders/{out_return_no}': query,
  },
}
