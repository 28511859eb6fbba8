import { refusal } from '../../replies/error-codes.ts'
import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { availableOf } from '../fund/balance.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { recordPayment } from '../kit/ledger.ts'
import type { Params } from '../kit/operation.ts'
import { pick, sum } from '../kit/params.ts'
import { returnSubsidy, type Sources } from '../payment/funds.ts'
import { findOrder, fundsIn, transaction, withFunds } from '../payment/transaction.ts'
import { refund } from '../refund/refund.ts'
import { platformAccount, type Subsidy, subsidy, type SubsidyReturn, subsidyReturn } from './subsidy.ts'

type Wanted = Params<'POST /v3/ecommerce/subsidies/return'>

/** Maximum number of returns per subsidy (page 4015593692 of 2026). */
const maxReturns = 50

const giveBack: Action<'POST /v3/ecommerce/subsidies/return'> = async (params, world) => {
  const of = await find(subsidy, params, world)
  if (!of) return unknown(world, subsidy)
  const { data, isNew } = await world.create(subsidyReturn, params, (): SubsidyReturn => ({
    ...params,
    subsidy_id: of.subsidy_id,
    subsidy_refund_id: world.number('3008450740', 28, `subsidy return ${params.out_order_no}`),
    result: 'SUCCESS',
    success_time: world.time,
  }))
  if (!isNew) return data
  await pay(params, of, world)
  await recordPayment({ owner: data.sub_mchid, account: 'BASIC' }, platformAccount(world), {
    business: '补差回退', amount: data.amount, belongsTo: data.transaction_id, id: data.subsidy_refund_id,
    number: data.out_order_no,
  }, world)
  return data
}

async function pay(params: Wanted, of: Subsidy, world: World) {
  const amount = sum([params.amount])
  const left = of.amount - of.returned
  const moved = move(subsidy, of, 'giveBack')
  if (amount > left) throw refusal(['INVALID_REQUEST', `补差回退金额超过可回退金额：可回退 ${left} 分，申请 ${amount} 分`])
  if (of.returns >= maxReturns) throw refusal(['INVALID_REQUEST', `一笔补差单最多回退 ${maxReturns} 次`])
  await requireRefund(params, of, world)
  const order = await findOrder(pick(params, 'transaction_id'), world)
  const available = await availableOf({ owner: params.sub_mchid, account: 'BASIC' }, world)
  const funds = order && returnSubsidy(fundsIn(order), available, amount, sourceOf(params, amount))
  if (order && funds) await world.save(transaction, withFunds(order, funds))
  const refund_ids = params.refund_id === undefined ? of.refund_ids : [...of.refund_ids, params.refund_id]
  await world.save(subsidy, { ...moved, returned: of.returned + amount, refund_ids, returns: of.returns + 1 })
}

/** Each refund of the order allows one return. A refund that cannot reach the user needs no number. */
async function requireRefund({ refund_id, transaction_id }: Wanted, { refund_ids }: Subsidy, world: World) {
  if (refund_id === undefined) return
  const known = await find(refund, { refund_id }, world)
  if (known?.transaction_id !== transaction_id) throw refusal(['INVALID_REQUEST', `退款单 ${refund_id} 不是这笔订单的`])
  if (refund_ids.includes(refund_id)) throw refusal(['INVALID_REQUEST', '一笔退款单只能回退一次补差'])
}

/** Returns which funds have to pay, if the request says so. */
function sourceOf({ from = [] }: Wanted, amount: number): keyof Sources | undefined {
  const [source] = from
  if (!source) return undefined
  if (from.length > 1 || source.amount !== amount) {
    throw refusal(['INVALID_REQUEST', '目前只支持从一个账户出资，其金额须等于补差回退金额'])
  }
  return source.account === 'AVAILABLE' ? 'available' : 'frozen'
}

/** Returns of subsidies to the platform. */
export const flow: Flow = {
  records: [subsidyReturn],
  actions: { 'POST /v3/ecommerce/subsidies/return': giveBack },
}
