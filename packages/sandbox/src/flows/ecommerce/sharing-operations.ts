import { refusal } from '../../replies/error-codes.ts'
import type { World } from '../../state/world.ts'
import type { Action, Flow } from '../kit/flow.ts'
import type { Params } from '../kit/operation.ts'
import { pick } from '../kit/params.ts'
import type { Funds } from '../payment/funds.ts'
import { findOrder, transaction } from '../payment/transaction.ts'
import { type Keys, query, remaining, request, type Shared, type SharingOrder, stop } from '../profitsharing/order-operations.ts'
import { subsidy } from './subsidy.ts'

type Wanted = Params<'POST /v3/ecommerce/profitsharing/orders'>

const share = async ({ finish, ...params }: Wanted, world: World) => {
  requireReceivers({ finish, ...params })
  await requireSubsidy(params, world)
  const receivers = params.receivers.map(({ receiver_account: account, receiver_name: name, ...item }) =>
    ({ ...item, account, ...name !== undefined && { name } }))
  const { sub_mchid, transaction_id, out_order_no } = params
  const wanted = { sub_mchid, transaction_id, out_order_no, receivers, unfreeze_unsplit: finish }
  return shown(await request(wanted, world, await ownAccounts(world)))
}

/**
 * Returns the platform and the sub-merchants of its orders: money is shared with them although nobody added them as
 * receivers (page 4012525463 of 2026).
 */
async function ownAccounts(world: World): Promise<Set<string>> {
  const orders = await world.list(transaction)
  return new Set([world.mchid, ...orders.flatMap(({ sub_mchid }) => sub_mchid ?? [])])
}

/** Both rules are answers in the questions about profit sharing of platforms (page 4012525463 of 2026). */
function requireReceivers({ receivers, finish, sub_mchid }: Wanted) {
  const accounts = receivers.map(item => item.receiver_account)
  if (new Set(accounts).size < accounts.length) {
    throw refusal(['INVALID_REQUEST', '一次分账里每个接收方只能出现一次，请合并为一笔'])
  }
  if (finish && accounts.includes(sub_mchid)) {
    throw refusal(['INVALID_REQUEST', '分账接收方不允许为分账出资方：finish 为 true 时，余下的会解冻给它，请改用完结分账'])
  }
}

/** A declared subsidy has to arrive, or to be cancelled, before sharing (page 4012525463 of 2026). */
async function requireSubsidy(params: Keys, world: World) {
  const order = await findOrder(pick(params, 'sub_mchid', 'transaction_id'), world)
  if (!order?.settle_info?.subsidy_amount || await world.find(subsidy, params.transaction_id)) return
  throw refusal(['INVALID_REQUEST', '分账补贴还未到账，不能受理分账：请先请求补差，或取消补差'])
}

/** Returns a sharing order as platforms see it; one that unfroze the rest shows how much. */
function shown({ finish_description, state, ...data }: SharingOrder) {
  const common = { ...pick(data, 'sub_mchid', 'transaction_id', 'out_order_no', 'order_id'), status: state }
  return finish_description === undefined
    ? { ...common, receivers: data.receivers.map(shownReceiver) }
    : { ...common, receivers: [], finish_amount: sumOf(data.receivers), finish_description }
}

const sumOf = (receivers: Shared[]) => receivers.reduce((total, { amount }) => total + amount, 0)

const shownReceiver = ({ type, account, ...item }: Shared) => ({
  ...pick(item, 'amount', 'description', 'result', 'finish_time', 'detail_id'),
  type: type === 'MERCHANT_ID' ? 'MERCHANT_ID' as const : 'PERSONAL_OPENID' as const,
  receiver_account: account,
  ...type === 'MERCHANT_ID' && { receiver_mchid: account },
})

const queryShare = async (params: Keys, world: World) => {
  const data = await query(params, world)
  return data && shown(data)
}

const finish: Action<'POST /v3/ecommerce/profitsharing/finish-order'> = (params, world) =>
  stop(params, world, requireFrozen)

function requireFrozen({ frozen }: Funds) {
  if (!frozen) throw refusal(['NOT_ENOUGH', '分账金额为 0：没有冻结的资金，无需再解冻'])
}

/** Profit sharing of sub-merchants' orders: request, query, finish, query the remaining amount. */
export const flow: Flow = {
  actions: {
    'POST /v3/ecommerce/profitsharing/orders': share,
    'GET /v3/ecommerce/profitsharing/orders': queryShare,
    'POST /v3/ecommerce/profitsharing/finish-order': finish,
    'GET /v3/ecommerce/profitsharing/orders/{transaction_id}/amounts': remaining,
  },
}
