import { type Reason, refusal } from '../../replies/error-codes.ts'
import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { locate, unknown } from '../kit/find.ts'
import type { Flow } from '../kit/flow.ts'
import { notify } from '../kit/notify.ts'
import { pick, sum } from '../kit/params.ts'
import { type Funds, share, unfreeze } from '../payment/funds.ts'
import { findOrder, fundsIn, inventedOrder, type Order, type PaidOrder, partiesOf, requirePaid, transaction, withFunds } from '../payment/transaction.ts'
import { maxRatio, requireRatio, requireReceivers, type Share } from './limits.ts'

/** What the merchant asks for. */
type Wanted = Keys & { receivers: Share[], unfreeze_unsplit: boolean }

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
  /** Why the rest was unfrozen, if this request did it. */
  finish_description?: string
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

/** The members of a request that name a sharing order. */
export type Keys = Pick<SharingOrder, 'sub_mchid' | 'transaction_id' | 'out_order_no'>

/**
 * Returns the order of a request.
 *
 * @throws Refusal if it is unknown or not paid
 */
export async function findPaid(params: Keys, total: number, world: World): Promise<PaidOrder> {
  const key = pick(params, 'transaction_id', 'sub_mchid')
  const order = await findOrder(key, world) ?? (world.strict ? undefined : inventedOrder(key, total, world))
  if (!order) throw refusal(missingOrder)
  requirePaid(order)
  return order
}

/**
 * Shares the frozen money of an order: the reply shows `PROCESSING`, the next query `FINISHED`.
 *
 * @param own accounts of receivers that nobody has to add
 */
export async function request(
  params: Wanted, world: World, own?: ReadonlySet<string>,
): Promise<SharingOrder> {
  const { receivers } = params
  const total = sum(receivers.map(({ amount }) => amount))
  const { data, isNew } = await world.create(sharingOrder, params, () => accepted(params, receivers, world))
  if (!isNew) return data
  const order = await findPaid(params, total, world)
  await requireReceivers(receivers.filter(({ account }) => !own?.has(account)), world)
  const rest = share(fundsIn(order), total)
  if (world.strict && params.sub_mchid) requireRatio(order, rest)
  await world.save(transaction, withFunds(order, params.unfreeze_unsplit ? unfreeze(rest) : rest))
  await finish(data, order, world)
  return data
}

/**
 * Unfreezes the rest of an order for its merchant, and ends sharing.
 *
 * @throws Refusal as `check` does if sharing is over
 */
export async function stop(
  params: Keys & { description: string }, world: World, check: (funds: Funds) => void,
): Promise<SharingOrder> {
  const { sub_mchid: account = world.mchid, description } = params
  const { data, isNew } = await world.create(sharingOrder, params, () => accepted(params, [], world))
  if (!isNew) return data
  const order = await findPaid(params, 1, world)
  const funds = fundsIn(order)
  check(funds)
  await world.save(transaction, withFunds(order, unfreeze(funds)))
  const own = { type: 'MERCHANT_ID', account, amount: funds.frozen, description } as const
  const complete = { ...accepted(params, [own], world), finish_description: description }
  await finish(complete, order, world)
  return complete
}

function requireOpen(funds: Funds) {
  share(funds, funds.frozen)
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
      ...partiesOf(order),
      ...pick(data, 'transaction_id', 'order_id', 'out_order_no'),
      receiver: {
        ...pick(item, 'account', 'amount', 'description'),
        type: item.type === 'MERCHANT_ID' ? 'MERCHANT_ID' : 'PERSONAL_OPENID',
      },
      success_time: world.time,
    },
  })
}

/** Finds a sharing order, or invents one if the sandbox is lenient. */
export const query = async (params: Keys, world: World): Promise<SharingOrder | undefined> =>
  await locate(sharingOrder, params, world, 'out_order_no') ?? unknown(world, sharingOrder, yesterday => invent(params, yesterday))

/** Returns an invented share of one receiver. */
function invent(params: Keys, world: World): SharingOrder {
  const data = accepted(params, [{ type: 'MERCHANT_ID', account: '1900000110', amount: 100, description: '分账' }], world)
  return { ...move(sharingOrder, data, 'finish'), receivers: succeeded(data.receivers) }
}

/** Returns how much of an order can still be shared. */
export const remaining = async (params: Pick<Keys, 'transaction_id'>, world: World) => {
  const order = await findOrder(params, world)
  if (order) return { unsplit_amount: fundsIn(order).frozen }
  if (world.strict) throw refusal(missingOrder)
  return undefined
}

/** Profit sharing orders: request, unfreeze the rest, query the remaining amount. */
export const flow: Flow = {
  records: [sharingOrder],
  actions: {
    'POST /v3/profitsharing/orders': (params, world) => request(params, world),
    'POST /v3/profitsharing/orders/unfreeze': (params, world) => stop(params, world, requireOpen),
    'GET /v3/profitsharing/orders/{out_order_no}': query,
    'GET /v3/profitsharing/transactions/{transaction_id}/amounts': remaining,
    'GET /v3/profitsharing/merchant-configs/{sub_mchid}': async () => ({ max_ratio: maxRatio }),
  },
}
