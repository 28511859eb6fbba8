import { type Reason, refusal } from '../../replies/error-codes.ts'
import { type Machine, move } from '../../state/machine.ts'
import { businessKey, type World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { differ, locate, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { amountOf, objects, pick, sum, text } from '../kit/params.ts'
import { type Funds, share, unfreeze } from '../payment/funds.ts'
import { findOrder, fundsIn, inventedOrder, requirePaid, transaction, withFunds } from '../payment/transaction.ts'
import { receiver } from './receiver-operations.ts'

/** A request to share an order's money, or to unfreeze the rest, and its states. */
export const sharingOrder: Machine<'finish'> = {
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

async function findPaid(params: JsonObject, total: number, world: World): Promise<JsonObject> {
  const order = await findOrder(params, world)
    ?? (world.strict ? undefined : inventedOrder(params, total, world))
  if (!order) throw refusal(missingOrder)
  requirePaid(order)
  return order
}

const request: Action = async (params, world) => {
  const receivers = objects(params, 'receivers')
  const total = sum(receivers.map(({ amount }) => Number(amount)))
  const { data, isNew } = await world.create(sharingOrder, params, () => accepted(params, receivers, world))
  if (!isNew) return data
  const order = await findPaid(params, total, world)
  await requireReceivers(receivers, world)
  const rest = share(fundsIn(order), total)
  if (world.strict && params.sub_mchid) requireRatio(order, rest)
  await world.save(transaction, withFunds(order, params.unfreeze_unsplit === true ? unfreeze(rest) : rest))
  await finish(data, order, world)
  return data
}

const stop: Action = async (params, world) => {
  const make = () => accepted(params, [], world)
  const { data, isNew } = await world.create(sharingOrder, params, make)
  if (!isNew) return data
  const order = await findPaid(params, 1, world)
  const { frozen } = fundsIn(order)
  share(fundsIn(order), frozen)
  await world.save(transaction, withFunds(order, unfreeze(fundsIn(order))))
  const { description = '解冻全部剩余资金' } = params
  const own = { type: 'MERCHANT_ID', account: text(params, 'sub_mchid') || world.mchid, amount: frozen, description, fail_reason: '' }
  const complete = accepted(params, [own], world)
  await finish(complete, order, world)
  return complete
}

async function requireReceivers(receivers: JsonObject[], world: World) {
  if (!world.strict) return
  for (const item of receivers) {
    const known = await world.find(receiver, businessKey(receiver, item))
    const issue = known ? '的姓名或全称（name）与添加时不一致' : '与商户没有分账关系，请先添加分账接收方'
    if (known && !differ(text(known, 'name'), text(item, 'name'))) continue
    throw refusal(['INVALID_REQUEST', `分账接收方 ${text(item, 'account')} ${issue}`])
  }
}

/** Maximum part of an order that a sub-merchant may share, in ten-thousandths; WeChat Pay's default. */
const defaultRatio = 3000

function requireRatio(order: JsonObject, { frozen, free, refunded }: Funds) {
  const total = amountOf(order, 'amount', 'total')
  const limit = Math.floor(total * defaultRatio / 10_000)
  const shared = total - frozen - free - refunded
  if (shared <= limit) return
  throw refusal(['RULE_LIMIT', `超过子商户的最大分账比例 ${defaultRatio / 100}%：订单 ${total} 分，共分 ${shared} 分，最多 ${limit} 分`])
}

function accepted(params: JsonObject, receivers: JsonObject[], world: World): JsonObject {
  const number = text(params, 'out_order_no')
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

async function finish(data: JsonObject, order: JsonObject, world: World) {
  const receivers = objects(data, 'receivers').map(item => ({ ...item, result: 'SUCCESS' }))
  await world.save(sharingOrder, { ...move(sharingOrder, data, 'finish'), receivers })
  for (const item of receivers) notify('PROFITSHARING.SUCCESS', '分账成功', item, data, order, world)
}

/** Notifies the merchant of one receiver's money. */
export function notify(
  event_type: string, summary: string, item: JsonObject, data: JsonObject, order: JsonObject, world: World,
) {
  world.notify({
    event_type,
    summary,
    original_type: 'profitsharing',
    notify_url: text(order, 'notify_url'),
    resource: {
      ...pick(order, 'mchid', 'sp_mchid', 'sub_mchid', 'transaction_id'),
      ...pick(data, 'order_id', 'out_order_no'),
      receiver: pick(item, 'type', 'account', 'amount', 'description'),
      success_time: world.time,
    },
  })
}

const query: Action = async (params, world) =>
  await locate(sharingOrder, params, world, 'out_order_no') ?? unknown(world, sharingOrder, yesterday => invent(params, yesterday))

/** Returns an invented share of one receiver. */
function invent(params: JsonObject, world: World): JsonObject {
  const receiver = { type: 'MERCHANT_ID', account: '1900000110', amount: 100, description: '分账' }
  const data = move(sharingOrder, accepted(params, [receiver], world), 'finish')
  return { ...data, receivers: objects(data, 'receivers').map(item => ({ ...item, result: 'SUCCESS' })) }
}

const remaining: Action = async (params, world) => {
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
