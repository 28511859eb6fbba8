import { refusal } from '../../replies/error-codes.ts'
import { can, type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { transactionId } from '../../values/numbers.ts'
import type { JsonObject } from '../../values/json.ts'
import { find } from '../kit/find.ts'
import type { Parties, Resource } from '../kit/operation.ts'
import { omit, pick } from '../kit/params.ts'
import { awaits } from '../kit/steps.ts'
import { exchangeOf, inFen } from './exchange.ts'
import { type Funds, fundsOf } from './funds.ts'

/** How an order is paid, as responses show it. */
export type TradeType = 'JSAPI' | 'APP' | 'NATIVE' | 'MWEB' | 'MICROPAY'

type TradeState = 'NOTPAY' | 'USERPAYING' | 'SUCCESS' | 'CLOSED' | 'REVOKED' | 'REFUND'

type Payer = { openid?: string, sp_openid?: string, sub_openid?: string }

/** What the merchant asks for when it creates an order. */
export type Wanted = Parties & {
  out_trade_no: string
  amount: { total: number, currency?: string }
  description?: string
  attach?: string
  notify_url?: string
  time_expire?: string
  payer?: Payer & { auth_code?: string, identity?: JsonObject }
  settle_info?: { profit_sharing?: boolean, subsidy_amount?: number }
  scene_info?: { device_id?: string }
  /** Of orders overseas only. */
  merchant_category_code?: string
  /** Of parts of a combined order only. */
  combine_out_trade_no?: string
  /** Of orders of a person only, who has no merchant number. */
  individual_auth_id?: string
}

/** An order as it is stored. */
export type Order = Wanted & {
  trade_type: TradeType
  trade_state: TradeState
  transaction_id?: string
  bank_type?: string
  success_time?: string
  amount: Wanted['amount'] & Partial<ReturnType<typeof payerAmounts>>
  funds?: Funds
  /** Numbers of its refunds. */
  refunds?: string[]
}

/** A paid order. */
export type PaidOrder = Order & Required<Pick<Order, 'transaction_id' | 'bank_type' | 'success_time' | 'payer'>>
  & { amount: ReturnType<typeof payerAmounts>, funds: Funds }

type Event = 'prepay' | 'requestPassword' | 'pay' | 'close' | 'expire' | 'reverse' | 'refund'

/** An order and its states. */
export const transaction: Machine<Event, Order> = {
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
  expires: order => Date.parse(order.time_expire ?? ''),
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

const descriptions: Record<TradeState, string> = {
  NOTPAY: '订单未支付', USERPAYING: '用户支付中', SUCCESS: '支付成功', CLOSED: '订单已关闭', REVOKED: '订单已撤销',
  REFUND: '转入退款',
}

/**
 * Checks that the merchant of the order signed the request.
 *
 * @throws Refusal if the sandbox is strict and they differ
 */
export function requireOwn({ mchid, sp_mchid, combine_mchid }: Parties, world: World) {
  const owner = mchid ?? sp_mchid ?? combine_mchid ?? world.mchid
  if (!world.strict || owner === world.mchid) return
  throw refusal(['PARAM_ERROR', `下单的商户号 ${owner} 与签名的商户号 ${world.mchid} 不一致`])
}

/** Whether the order was paid, even if the money went back. */
export const isPaid = (order: Order): order is PaidOrder => order.transaction_id !== undefined

/** @throws Refusal if the order has no payment to refund or share */
export function requirePaid(order: Order): asserts order is PaidOrder {
  if (can(transaction, order, 'refund')) return
  throw refusal(['INVALID_REQUEST', `${descriptions[order.trade_state]}，不能退款或分账`])
}

/** Makes an order that is not paid yet. */
export const unpaid = (wanted: Wanted, trade_type: TradeType): Order => ({ ...wanted, trade_type, trade_state: 'NOTPAY' })

/** Returns the order after the payment. */
export function paid(order: Order, world: Pick<World, 'number' | 'time'>): PaidOrder {
  const { total } = order.amount
  return {
    ...move(transaction, order, 'pay'),
    transaction_id: order.transaction_id ?? transactionId(order.out_trade_no),
    bank_type: 'OTHERS',
    success_time: world.time,
    payer: payerOf(order, world),
    amount: payerAmounts(total, currencyOf(order)),
    funds: fundsOf(total, isFrozen(order)),
  }
}

/** Whether the money waits to be shared, or to be settled for the person who sold. */
const isFrozen = ({ settle_info, individual_auth_id }: Order) =>
  settle_info?.profit_sharing === true || individual_auth_id !== undefined

const payerAmounts = (total: number, currency: string) => ({
  total, payer_total: inFen(total, currency), currency, payer_currency: 'CNY',
  ...currency !== 'CNY' && exchangeOf(currency),
})

/** Returns the currency of an order or refund. @default CNY */
export const currencyOf = ({ amount }: Pick<Order, 'amount'>) => amount.currency ?? 'CNY'

/** Returns the order's payer; if the request has no payer, as for payment codes, it is derived from the appid. */
function payerOf({ payer = {}, appid = '', sp_appid, sub_appid }: Order, { number }: Pick<World, 'number'>) {
  const known = omit(payer, 'auth_code', 'identity')
  if (Object.keys(known).length) return known
  const openidAt = (appid: string) => number('oUpF8', 28, appid)
  if (sp_appid === undefined) return { openid: openidAt(appid) }
  return { sp_openid: openidAt(sp_appid), ...sub_appid !== undefined && { sub_openid: openidAt(sub_appid) } }
}

/** Returns an invented paid order for an unknown number. */
export function inventedOrder(
  params: Parties & { out_trade_no?: string, transaction_id?: string }, total: number, world: World,
): PaidOrder {
  const { transaction_id } = params
  const order = unpaid({
    mchid: world.mchid,
    ...pick(params, 'sp_mchid', 'sub_mchid'),
    out_trade_no: params.out_trade_no ?? world.number('', 28, transaction_id ?? ''),
    amount: { total },
    settle_info: { profit_sharing: true },
  }, 'JSAPI')
  return paid({ ...order, ...transaction_id !== undefined && { transaction_id } }, world)
}

/** Stores the payment of a service as an order, which can be refunded and shared like others. */
export async function savePaid(
  data: Parties & { out_trade_no: string, notify_url?: string, profit_sharing?: boolean, openid?: string },
  transaction_id: string, total: number, world: World,
) {
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
export function shown(order: Order) {
  const { trade_state, trade_type, payer, scene_info } = order
  return {
    ...omit(order, 'trade_type', 'payer', 'scene_info'),
    trade_state_desc: descriptions[trade_state],
    ...trade_state !== 'NOTPAY' && trade_state !== 'CLOSED' && { trade_type },
    ...order.transaction_id !== undefined && payer && { payer },
    ...scene_info?.device_id !== undefined && { scene_info: { device_id: scene_info.device_id } },
  }
}

/** Returns the order as a query overseas shows it: with the trade type that was requested, and both currencies. */
export function shownOverseas(order: Order) {
  const { transaction_id, trade_type, amount: { payer_total = 0, ...amount } } = order
  return {
    ...shown(order), trade_type, ...transaction_id !== undefined && { id: transaction_id },
    amount: { ...amount, payer_total, currency: currencyOf(order), payer_currency: 'CNY' },
  }
}

/** Returns a paid order as its notification shows it; overseas it names its number `id`, and its currency may differ. */
export function notificationOf(order: PaidOrder): Resource<'TRANSACTION.SUCCESS'> {
  const { transaction_id, trade_type, bank_type, success_time, payer, amount } = order
  const common = {
    ...pick(shown(order), 'mchid', 'appid', 'sp_mchid', 'sp_appid', 'sub_mchid', 'sub_appid', 'out_trade_no', 'trade_state',
      'trade_state_desc', 'attach', 'scene_info'),
    trade_type, bank_type, success_time, payer,
  }
  return order.merchant_category_code === undefined
    ? { ...common, transaction_id, amount: { ...amount, currency: 'CNY' } }
    : { ...common, id: transaction_id, amount }
}

/**
 * Returns the merchants of an order as notifications of its money name them: those of partners and platforms always have
 * `sp_mchid` and `sub_mchid` (pages 4012116672 and 4012124635 of 2025).
 */
export function partiesOf(parties: Parties): Parties {
  const { mchid, sp_mchid = mchid, sub_mchid } = parties
  if (sub_mchid === undefined) return pick(parties, 'mchid')
  return { sub_mchid, ...sp_mchid !== undefined && { sp_mchid } }
}

/** Returns whose account the money of an order is in: the sub-merchant's, the person's or the merchant's. */
export const ownerOf = (
  { sub_mchid, individual_auth_id }: Pick<Order, 'sub_mchid' | 'individual_auth_id'>, { mchid }: Pick<World, 'mchid'>,
): string => individual_auth_id ?? sub_mchid ?? mchid

/** Returns the funds of a paid order. */
export const fundsIn = ({ funds = fundsOf(0, true) }: Order): Funds => funds

/** Returns the order with other funds. */
export const withFunds = (order: Order, funds: Funds): Order => ({ ...order, funds })
