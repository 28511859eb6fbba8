import { transactionId } from '../engine/numbers.ts'
import { isObject, type JsonObject, member } from '../engine/types.ts'
import { can, type Kind, move } from '../state/kind.ts'
import type { World } from '../state/world.ts'
import { type Funds, fundsOf } from './funds.ts'
import { amountOf, locate, pick, text } from './params.ts'

type Event = 'prepay' | 'pay' | 'close' | 'expire' | 'refund'

/** An order and its states. */
export const transaction: Kind<Event> = {
  name: 'transaction',
  key: ['out_trade_no'],
  aliases: ['transaction_id'],
  state: 'trade_state',
  transitions: {
    prepay: { from: ['NOTPAY'], to: 'NOTPAY' },
    pay: { from: ['NOTPAY'], to: 'SUCCESS' },
    close: { from: ['NOTPAY', 'CLOSED'], to: 'CLOSED' },
    expire: { from: ['NOTPAY'], to: 'CLOSED' },
    refund: { from: ['SUCCESS', 'REFUND'], to: 'REFUND' },
  },
  refusals: {
    NOTPAY: ['INVALID_REQUEST', '订单未支付'],
    CLOSED: ['ORDER_CLOSED', '订单已关闭，请重新下单'],
    SUCCESS: ['ORDERPAID', '该订单已支付'],
    REFUND: ['ORDERPAID', '该订单已支付，且有退款'],
  },
  missing: ['ORDER_NOT_EXIST', '订单不存在'],
  used: ['OUT_TRADE_NO_USED', '商户订单号重复：同一商户订单号须用相同的参数下单'],
}

const descriptions: Record<string, string> = {
  NOTPAY: '订单未支付', SUCCESS: '支付成功', CLOSED: '订单已关闭', REFUND: '转入退款',
}

/** What an order is before it is paid. */
export const unpaid = (params: JsonObject, trade_type: string): JsonObject => ({
  ...params, trade_type, trade_state: 'NOTPAY', transaction_id: null, bank_type: null, success_time: null,
})

/** The order as it is once paid. */
export function paid(order: JsonObject, world: Pick<World, 'number' | 'time'>): JsonObject {
  const total = amountOf(order, 'amount', 'total')
  const { currency = 'CNY' } = isObject(order.amount) ? order.amount : {}
  return {
    ...move(transaction, order, 'pay'),
    transaction_id: text(order, 'transaction_id') || transactionId(text(order, 'out_trade_no')),
    bank_type: 'OTHERS',
    success_time: world.time,
    payer: isObject(order.payer) ? order.payer : { openid: world.number('oUpF8', 28, text(order, 'appid')) },
    amount: { total, payer_total: total, currency, payer_currency: 'CNY' },
    funds: { ...fundsOf(total, member(order.settle_info, 'profit_sharing') === true) },
  }
}

/** A paid order made up for a number nobody ordered under. */
export const invented = (params: JsonObject, total: number, world: World): JsonObject => paid({ ...unpaid({
  mchid: world.mchid,
  out_trade_no: text(params, 'out_trade_no') || world.number('', 28, text(params, 'transaction_id')),
  amount: { total },
  settle_info: { profit_sharing: true },
}, 'JSAPI'), ...pick(params, 'transaction_id') }, world)

/** Finds an order, closed in the meantime where its time is over. */
export async function findOrder(world: World, params: JsonObject): Promise<JsonObject | undefined> {
  const order = await locate(world, transaction, params, 'transaction_id', 'out_trade_no')
  if (!order || !isOver(order, world)) return order
  const closed = move(transaction, order, 'expire')
  await world.save(transaction, closed)
  return closed
}

/** Whether the user can still pay. */
export const isPayable = (order: JsonObject, world: World) => can(transaction, order, 'pay') && !isOver(order, world)

const isOver = (order: JsonObject, { now }: World) =>
  can(transaction, order, 'expire') && Date.parse(text(order, 'time_expire')) <= now

/** The order as a query shows it. */
export const shown = (order: JsonObject): JsonObject => ({
  ...order,
  trade_state_desc: descriptions[text(order, 'trade_state')] ?? '',
  ...text(order, 'trade_state') === 'NOTPAY' && { payer: null, trade_type: null },
})

const told = [
  'mchid', 'appid', 'sp_mchid', 'sp_appid', 'sub_mchid', 'sub_appid', 'out_trade_no', 'transaction_id', 'trade_type',
  'trade_state', 'trade_state_desc', 'bank_type', 'attach', 'success_time', 'payer', 'amount', 'scene_info',
]

/** The order as its notification tells of it. */
export const toldOf = (order: JsonObject): JsonObject => pick(shown(order), ...told)

/** The funds of a paid order. */
export const fundsIn = (order: JsonObject) => order.funds as unknown as Funds

/** The order with other funds. */
export const withFunds = (order: JsonObject, funds: Funds): JsonObject => ({ ...order, funds: { ...funds } })
