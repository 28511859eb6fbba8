import { failure } from '../engine/errors.ts'
import { refundId } from '../engine/numbers.ts'
import type { JsonObject } from '../engine/types.ts'
import { type Kind, move } from '../state/kind.ts'
import type { World } from '../state/world.ts'
import type { Action, Flow } from './flow.ts'
import { refund as refundFrom } from './funds.ts'
import { amountOf, locate, pick, sum, text, unknown } from './params.ts'
import { findOrder, fundsIn, invented, transaction, withFunds } from './transaction.ts'

/** How many refunds one order may have. */
const most = 50

const mismatch = ['INVALID_REQUEST', '订单金额或退款金额与之前请求不一致，请核实后再试'] as const

/** A refund and its states. */
export const refund: Kind<'succeed'> = {
  name: 'refund',
  key: ['out_refund_no'],
  aliases: ['refund_id'],
  state: 'status',
  transitions: { succeed: { from: ['PROCESSING'], to: 'SUCCESS' } },
  missing: ['RESOURCE_NOT_EXISTS', '退款单查询失败，退款单不存在'],
  used: mismatch,
}

const apply: Action = async (params, world) => {
  const known = await world.find(refund, text(params, 'out_refund_no'))
  const order = await findOrder(world, params)
    ?? (world.strict || known ? undefined : invented(params, amountOf(params, 'amount', 'total'), world))
  if (!order) throw failure(['RESOURCE_NOT_EXISTS', '订单号不存在'])
  const { data, isNew } = await world.create(refund, params, () => accept(params, order, world))
  if (!isNew) return data
  await world.save(transaction, refunded(order, data))
  await world.save(refund, { ...move(refund, data, 'succeed'), success_time: world.time })
  tell(await world.find(refund, text(params, 'out_refund_no')) ?? data, order, world)
  return data
}

/** The refund an order allows. */
function accept(params: JsonObject, order: JsonObject, world: World): JsonObject {
  move(transaction, order, 'refund')
  const amount = sum([amountOf(params, 'amount', 'refund')])
  const total = amountOf(order, 'amount', 'total')
  if (amountOf(params, 'amount', 'total') !== total) throw failure(mismatch)
  const { refunded } = fundsIn(order)
  if (amount > total - refunded) {
    throw failure(['INVALID_REQUEST', `退款金额超过可退金额：订单 ${total} 分，已退 ${refunded} 分，申请 ${amount} 分`])
  }
  if (Number(order.refunds ?? 0) >= most) throw failure(['INVALID_REQUEST', `一笔订单最多退款 ${most} 次`])
  return {
    ...params,
    ...pick(order, 'transaction_id', 'out_trade_no', 'sub_mchid'),
    notify_url: text(params, 'notify_url') || text(order, 'notify_url'),
    refund_id: refundId(text(params, 'out_refund_no')),
    status: 'PROCESSING',
    channel: 'ORIGINAL',
    user_received_account: '支付用户零钱',
    funds_account: 'AVAILABLE',
    create_time: world.time,
    success_time: null,
    amount: {
      total, refund: amount, payer_total: total, payer_refund: amount, settlement_total: total,
      settlement_refund: amount, discount_refund: 0, currency: 'CNY',
    },
  }
}

const refunded = (order: JsonObject, data: JsonObject): JsonObject => ({
  ...withFunds(move(transaction, order, 'refund'), refundFrom(fundsIn(order), amountOf(data, 'amount', 'refund'))),
  refunds: Number(order.refunds ?? 0) + 1,
})

function tell(data: JsonObject, order: JsonObject, world: World) {
  const { total, refund, payer_total, payer_refund } = data.amount as Record<string, number>
  world.notify({
    event_type: 'REFUND.SUCCESS',
    summary: '退款成功',
    original_type: 'refund',
    notify_url: text(data, 'notify_url'),
    resource: {
      ...pick(order, 'mchid', 'sp_mchid', 'sub_mchid'),
      ...pick(data, 'out_trade_no', 'transaction_id', 'out_refund_no', 'refund_id', 'success_time', 'user_received_account'),
      refund_status: text(data, 'status'),
      amount: { total: total!, refund: refund!, payer_total: payer_total!, payer_refund: payer_refund! },
    },
  })
}

const query: Action = async (params, world) =>
  await locate(world, refund, params, 'out_refund_no', 'refund_id') ?? unknown(world, refund)

/** Refunds: accepted as `PROCESSING`, done by the time they are queried. */
export const refunds: Flow = {
  actions: {
    'POST /v3/refund/domestic/refunds': apply,
    'GET /v3/refund/domestic/refunds/{out_refund_no}': query,
    'POST /v3/ecommerce/refunds/apply': apply,
    'GET /v3/ecommerce/refunds/id/{refund_id}': query,
    'GET /v3/ecommerce/refunds/out-refund-no/{out_refund_no}': query,
  },
}
