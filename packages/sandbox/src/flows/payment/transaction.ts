import { refusal } from '../../replies/error-codes.ts'
import { can, type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { type JsonObject, member } from '../../values/json.ts'
import { transactionId } from '../../values/numbers.ts'
import { find } from '../kit/find.ts'
import { amountOf, object, omit, pick, text } from '../kit/params.ts'
import { awaits } from '../kit/steps.ts'
import { exchangeOf, inFen } from './exchange.ts'
import { type Funds, fundsOf } from './funds.ts'

type Event = 'prepay' | 'requestPassword' | 'pay' | 'close' | 'expire' | 'reverse' | 'refund'

/** An order and its states. */
export const transaction: Machine<Event> = {
  name: 'transaction',
  label: '订单',
  key: ['out_trade_no'],
  aliases: ['transaction_id'],
  within: ['mchid', 'sp_mchid', 'sub_mchid'],
  state: 'trade_state',
  transitions: {
    prepay: { from: ['NOTPAY'], to: 'NOTPAY' },
    requestPassword: { from: ['NOTPAY'], to: 'USERPAYING' },
    pay: { from: ['NOTPAY', 'USERPAYING'], to: 'SUCCESS' },
    close: { from: ['NOTPAY', 'CLOSED'], to: 'CLOSED' },
    expire: { from: ['NOTPAY', 'USERPAYING'], to: 'CLOSED' },
    reverse: { from: ['NOTPAY', 'USERPAYING', 'SUCCESS', 'REVOKED'], to: 'REVOKED' },
    refund: { from: ['SUCCESS', 'REFUND'], to: 'REFUND' },
  },
  expires: order => Date.parse(text(order, 'time_expire')),
  refusals: {
    NOTPAY: ['INVALID_REQUEST', '订单未支付'],
    USERPAYING: ['INVALID_REQUEST', '用户支付中，等待用户输入支付密码'],
    CLOSED: ['ORDER_CLOSED', '订单已关闭，请重新下单'],
    SUCCESS: ['ORDERPAID', '该订单已支付'],
    REFUND: ['ORDERPAID', '该订单已支付，且有退款'],
    REVOKED: ['ORDER_CLOSED', '订单已撤销，请重新下单'],
  },
  missing: ['ORDER_NOT_EXIST', '订单不存在'],
  used: ['OUT_TRADE_NO_USED', '商户订单号重复：同一商户订单号须用相同的参数下单'],
}

const descriptions: Record<string, string> = {
  NOTPAY: '订单未支付', USERPAYING: '用户支付中', SUCCESS: '支付成功', CLOSED: '订单已关闭', REVOKED: '订单已撤销',
  REFUND: '转入退款',
}

/**
 * Checks that the merchant of the order signed the request.
 *
 * @throws Refusal if the sandbox is strict and they differ
 */
export function requireOwn(params: JsonObject, { strict, mchid }: World) {
  const owner = text(params, 'mchid') || text(params, 'sp_mchid') || text(params, 'combine_mchid')
  if (!strict || !owner || owner === mchid) return
  throw refusal(['PARAM_ERROR', `下单的商户号 ${owner} 与签名的商户号 ${mchid} 不一致`])
}

/** @throws Refusal if the order has no payment to refund or share */
export function requirePaid(order: JsonObject) {
  if (can(transaction, order, 'refund')) return
  throw refusal(['INVALID_REQUEST', `${descriptions[text(order, 'trade_state')] ?? ''}，不能退款或分账`])
}

/** Makes an order that is not paid yet. */
export const unpaid = (params: JsonObject, trade_type: string): JsonObject => ({
  ...params, trade_type, trade_state: 'NOTPAY', transaction_id: null, bank_type: null, success_time: null,
})

/** Returns the order after the payment. */
export function paid(order: JsonObject, world: Pick<World, 'number' | 'time'>): JsonObject {
  const total = amountOf(order, 'amount', 'total')
  const currency = currencyOf(order)
  return {
    ...move(transaction, order, 'pay'),
    transaction_id: text(order, 'transaction_id') || transactionId(text(order, 'out_trade_no')),
    bank_type: 'OTHERS',
    success_time: world.time,
    payer: payerOf(order, world),
    amount: {
      total, payer_total: inFen(total, currency), currency, payer_currency: 'CNY',
      ...currency !== 'CNY' && exchangeOf(currency),
    },
    funds: fundsOf(total, member(order.settle_info, 'profit_sharing') === true),
  }
}

/** Returns the currency of an order or refund. @default CNY */
export const currencyOf = (order: JsonObject) => text(object(order, 'amount'), 'currency') || 'CNY'

/** Returns the order's payer; if the request has no payer, as for payment codes, it is derived from the appid. */
function payerOf(order: JsonObject, { number }: Pick<World, 'number'>): JsonObject {
  const known = omit(object(order, 'payer'), 'auth_code')
  if (Object.keys(known).length) return known
  const openidAt = (appid: string) => number('oUpF8', 28, appid)
  const { sp_appid, sub_appid } = order
  if (typeof sp_appid !== 'string') return { openid: openidAt(text(order, 'appid')) }
  return { sp_openid: openidAt(sp_appid), ...typeof sub_appid === 'string' && { sub_openid: openidAt(sub_appid) } }
}

/** Returns an invented paid order for an unknown number. */
export function inventedOrder(params: JsonObject, total: number, world: World): JsonObject {
  const order = unpaid({
    mchid: world.mchid,
    ...pick(params, 'sp_mchid', 'sub_mchid'),
    out_trade_no: text(params, 'out_trade_no') || world.number('', 28, text(params, 'transaction_id')),
    amount: { total },
    settle_info: { profit_sharing: true },
  }, 'JSAPI')
  return paid({ ...order, ...pick(params, 'transaction_id') }, world)
}

/** Stores the payment of a service as an order, which can be refunded and shared like others. */
export async function savePaid(data: JsonObject, transaction_id: string, total: number, world: World) {
  const order = unpaid({
    ...pick(data, 'mchid', 'appid', 'sub_mchid', 'sub_appid', 'out_trade_no', 'notify_url'),
    amount: { total },
    settle_info: { profit_sharing: data.profit_sharing ?? false },
    payer: pick(data, 'openid'),
  }, 'JSAPI')
  await world.save(transaction, paid({ ...order, transaction_id }, world))
}

/** Finds an order, with expiry applied. */
export const findOrder = (params: JsonObject, world: World) => find(transaction, params, world)

/** Returns `pay` if the user can still pay. */
export const isPayable = awaits(transaction, 'pay')

/** Returns the order as a query shows it. */
export const shown = (order: JsonObject): JsonObject => ({
  ...order,
  id: order.transaction_id ?? null,
  trade_state_desc: descriptions[text(order, 'trade_state')] ?? '',
  ...!order.transaction_id && { payer: null },
  // Overseas orders, which alone have a category, show the trade type that was requested.
  ...['NOTPAY', 'CLOSED'].includes(text(order, 'trade_state')) && !order.merchant_category_code && { trade_type: null },
  ...!member(order.scene_info, 'device_id') && { scene_info: null },
})

const notifiedMembers = [
  'mchid', 'appid', 'sp_mchid', 'sp_appid', 'sub_mchid', 'sub_appid', 'out_trade_no', 'transaction_id', 'trade_type',
  'trade_state', 'trade_state_desc', 'bank_type', 'attach', 'success_time', 'payer', 'amount', 'scene_info',
]

/** Returns the order as its notification shows it. */
export const notificationOf = (order: JsonObject): JsonObject => pick(shown(order), ...notifiedMembers)

/** Returns the funds of a paid order. */
export const fundsIn = (order: JsonObject): Funds => ({
  frozen: amountOf(order, 'funds', 'frozen'),
  free: amountOf(order, 'funds', 'free'),
  refunded: amountOf(order, 'funds', 'refunded'),
  settled: member(order.funds, 'settled') === true,
})

/** Returns the order with other funds. */
export const withFunds = (order: JsonObject, funds: Funds): JsonObject => ({ ...order, funds })
