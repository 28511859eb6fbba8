import { type Reason, refusal } from '../../replies/error-codes.ts'
import { type Machine, move } from '../../state/machine.ts'
import { businessKey, type World } from '../../state/world.ts'
import { differ, locate, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { notify } from '../kit/notify.ts'
import type { Params } from '../kit/operation.ts'
import { pick, sum } from '../kit/params.ts'
import { type Funds, share, unfreeze } from '../payment/funds.ts'
import { findOrder, fundsIn, inventedOrder, type Order, type PaidOrder, requirePaid, transaction, withFunds } from '../payment/transaction.ts'
import { receiver } from './receiver-operations.ts'

type Share = Params<'POST /v3/profitsharing/orders'>['receivers'][number]

/** What a receiver got of an order. */
export type Shared = Share & {
  result: 'PENDING' | 'SUCCESS'
  detail_id: string
  create_time: string
  finish_time: string
  /** How much of it was returned, in cents. */
  returned?: number
}

/** A request to share an order's money, as it is stored. */
export type SharingOrder = {
  sub_mchid?: string
  transaction_id: string
  out_order_no: string
  order_id: string
  state: 'PROCESSING' | 'FINISHED'
  receivers: Shared[]
}

/** A request to share an order's money, or to unfreeze the rest, and its states. */
export const sharingOrder: Machine<'finish', SharingOrder> = {
  name: 'profit-sharing-order',
  label: '分账',
  key: ['out_order_no'],
  aliases: ['order_id'],
  within: ['transaction_id', 'sub_mchid'],
  state: 'state',
  transitions: { finish: { from: ['PROCESSING'], to: 'FINISHED' } },
  missing: ['RESOURCE_NOT_EXISTS', '分账单不存在'],
  used: ['INVALID_REQUEST', '分账单号重复：同一分账单号须用相同的参数'],
}

const missingOrder: Reason = ['RESOURCE_NOT_EXISTS', '订单不存在']

type Keys = Pick<SharingOrder, 'sub_mchid' | 'transaction_id' | 'out_order_no'>

async function findPaid(params: Keys, total: number, world: World): Promise<PaidOrder> {
  const key = pick(params, 'transaction_id', 'sub_mchid')
  const order = await findOrder(key, world) ?? (world.strict ? undefined : inventedOrder(key, total, world))
  if (!order) throw refusal(missingOrder)
  requirePaid(order)
  return order
}

const request: Action<'POST /v3/profitsharing/orders'> = async (params, world) => {
  const { receivers } = params
  const total = sum(receivers.map(({ amount }) => amount))
  const { data, isNew } = await world.create(sharingOrder, params, () => accepted(params, receivers, world))
  if (!isNew) return data
  const order = await findPaid(params, total, world)
  await requireReceivers(receivers, world)
  const rest = share(fundsIn(order), total)
  if (world.strict && params.sub_mchid) requireRatio(order, rest)
  await world.save(transaction, withFunds(order, params.unfreeze_unsplit ? unfreeze(rest) : rest))
  await finish(data, order, world)
  return data
}

const stop: Action<'POST /v3/profitsharing/orders/unfreeze'> = async (params, world) => {
  const { data, isNew } = await world.create(sharingOrder, params, () => accepted(params, [], world))
  if (!isNew) return data
  const order = await findPaid(params, 1, world)
  const { frozen } = fundsIn(order)
  share(fundsIn(order), frozen)
  await world.save(transaction, withFunds(order, unfreeze(fundsIn(order))))
  const { sub_mchid: account = world.mchid, description } = params
  const complete = accepted(params, [{ type: 'MERCHANT_ID', account, amount: frozen, description }], world)
  await finish(complete, order, world)
  return complete
}

async function requireReceivers(receivers: Share[], world: World) {
  if (!world.strict) return
  for (const item of receivers) {
    const known = await world.find(receiver, businessKey(receiver, item))
    const issue = known ? '的姓名或全称（name）与添加时不一致' : '与商户没有分账关系，请先添加分账接收方'
    if (known && !differ(known.name ?? '', item.name ?? '')) continue
    throw refusal(['INVALID_REQUEST', `分账接收方 ${item.account} ${issue}`])
  }
}

/** Maximum part of an order that a sub-merchant may share, in ten-thousandths; WeChat Pay's default. */
const defaultRatio = 3000

function requireRatio({ amount: { total } }: Order, { frozen, free, refunded }: Funds) {
  const limit = Math.floor(total * defaultRatio / 10_000)
  const shared = total - frozen - free - refunded
  if (shared <= limit) return
  throw refusal(['RULE_LIMIT', `超过子商户的最大分账比例 ${defaultRatio / 100}%：订单 ${total} 分，共分 ${shared} 分，最多 ${limit} 分`])
}

function accepted(params: Keys, receivers: Share[], world: World): SharingOrder {
  const number = params.out_order_no
  return {
    ...pick(params, 'sub_mchid', 'transaction_id', 'out_order_no'),
    order_id: world.number('3008450740', 28, number),
    state: 'PROCESSING',
    receivers: receivers.map((item, index) => ({
      ...item, result: 'PENDING', detail_id: world.number('3601111', 28, `${number}/${index}`), create_time: world.time,
      finish_time: world.time,
    })),
  }
}

const succeeded = (receivers: Shared[]) => receivers.map((item): Shared => ({ ...item, result: 'SUCCESS' }))

async function finish(data: SharingOrder, order: PaidOrder, world: World) {
  const receivers = succeeded(data.receivers)
  await world.save(sharingOrder, { ...move(sharingOrder, data, 'finish'), receivers })
  for (const item of receivers) notifyOf('PROFITSHARING.SUCCESS', '分账成功', item, data, order, world)
}

/** Notifies the merchant of one receiver's money. The notification knows one type of openid only. */
export function notifyOf(
  event: 'PROFITSHARING.SUCCESS' | 'PROFITSHARING.RETURN', summary: string, item: Share, data: SharingOrder,
  order: Order, world: World,
) {
  notify(world, event, {
    summary,
    original_type: 'profitsharing',
    notify_url: order.notify_url ?? '',
    resource: {
      ...pick(order, 'mchid', 'sp_mchid', 'sub_mchid'),
      ...pick(data, 'transaction_id', 'order_id', 'out_order_no'),
      receiver: {
        ...pick(item, 'account', 'amount', 'description'),
        type: item.type === 'MERCHANT_ID' ? 'MERCHANT_ID' : 'PERSONAL_OPENID',
      },
      success_time: world.time,
    },
  })
}

const query: Action<'GET /v3/profitsharing/orders/{out_order_no}'> = async (params, world) =>
  await locate(sharingOrder, params, world, 'out_order_no') ?? unknown(world, sharingOrder, yesterday => invent(params, yesterday))

/** Returns an invented share of one receiver. */
function invent(params: Keys, world: World): SharingOrder {
  const data = accepted(params, [{ type: 'MERCHANT_ID', account: '1900000110', amount: 100, description: '分账' }], world)
  return { ...move(sharingOrder, data, 'finish'), receivers: succeeded(data.receivers) }
}

const remaining: Action<'GET /v3/profitsharing/transactions/{transaction_id}/amounts'> = async (params, world) => {
  const order = await findOrder(params, world)
  if (order) return { unsplit_amount: fundsIn(order).frozen }
  if (world.strict) throw refusal(missingOrder)
  return undefined
}

/** Profit sharing orders: request, unfreeze the rest, query the remaining amount. */
export const flow: Flow = {
  records: [sharingOrder],
  actions: {
    'POST /v3/profitsharing/orders': request,
    'POST /v3/profitsharing/orders/unfreeze': stop,
    'GET /v3/profitsharing/orders/{out_order_no}': query,
    'GET /v3/profitsharing/transactions/{transaction_id}/amounts': remaining,
    'GET /v3/profitsharing/merchant-configs/{sub_mchid}': async () => ({ max_ratio: defaultRatio }),
  },
}
