import { refusal } from '../../replies/error-codes.ts'
import type { Machine } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { amountOf, pick, text, totalOf } from '../kit/params.ts'

/** The events of an order. */
export type Event = 'confirm' | 'modify' | 'complete' | 'cancel' | 'collect' | 'pay' | 'sync' | 'remind' | 'expire'

/** Time the user has to confirm an order, in milliseconds. */
export const confirmationTime = 30 * 24 * 3_600_000

/** A service order and its states, finer than those the API shows. */
export const order: Machine<Event> = {
  name: 'payscore-order',
  label: '支付分订单',
  key: ['out_order_no'],
  aliases: ['order_id', 'query_id'],
  within: ['service_id', 'sub_mchid'],
  state: 'phase',
  transitions: {
    confirm: { from: ['CREATED'], to: 'CONFIRMED' },
    cancel: { from: ['CREATED', 'CONFIRMED', 'COMPLETED'], to: 'REVOKED' },
    complete: { from: ['CONFIRMED'], to: 'COMPLETED' },
    modify: { from: ['COMPLETED'], to: 'COMPLETED' },
    collect: { from: ['COMPLETED'], to: 'COMPLETED' },
    remind: { from: ['CONFIRMED'], to: 'CONFIRMED' },
    pay: { from: ['COMPLETED'], to: 'DONE' },
    sync: { from: ['COMPLETED'], to: 'DONE' },
    expire: { from: ['CREATED'], to: 'EXPIRED' },
  },
  expires: data => Number(data.expires),
  refusals: {
    CREATED: ['INVALID_ORDER_STATE', '用户还未确认订单'],
    CONFIRMED: ['INVALID_ORDER_STATE', '商户还未完结订单'],
    COMPLETED: ['INVALID_ORDER_STATE', '商户已完结订单，等待用户支付'],
    DONE: ['ORDER_DONE', '订单已完成'],
    REVOKED: ['ORDER_CANCELED', '订单已取消'],
    EXPIRED: ['INVALID_ORDER_STATE', '用户没有按时确认，订单已失效'],
  },
  missing: ['ORDER_NOT_EXIST', '订单不存在'],
  used: ['INVALID_REQUEST', '商户服务订单号重复：同一订单号须用相同的参数创建'],
}

/** The members by which the API shows each phase. */
const shownOf: Record<string, JsonObject> = {
  CREATED: { state: 'CREATED', state_description: null },
  CONFIRMED: { state: 'DOING', state_description: 'USER_CONFIRM' },
  COMPLETED: { state: 'DOING', state_description: 'MCH_COMPLETE' },
  DONE: { state: 'DONE', state_description: null },
  REVOKED: { state: 'REVOKED', state_description: null },
  EXPIRED: { state: 'EXPIRED', state_description: null },
}

/** Returns the order as the API shows it. */
export const shown = (data: JsonObject): JsonObject => ({ ...data, ...shownOf[text(data, 'phase')] })

/**
 * Returns the order with the fees of a completion or modification.
 *
 * @throws Refusal if the total differs from the sum of the fees or exceeds the agreed limit
 */
export function charged(data: JsonObject, params: JsonObject): JsonObject {
  const total = Number(params.total_amount)
  const due = totalOf(params, 'post_payments', 'amount') - totalOf(params, 'post_discounts', 'amount')
  if (total !== due) throw refusal(['PARAM_ERROR', `总金额 ${total} 与付费项目减去优惠之和 ${due} 不一致`])
  const limit = data.total_amount === undefined ? amountOf(data, 'risk_fund', 'amount') : Number(data.total_amount)
  if (total > limit && limit > 0) throw refusal(['INVALID_REQUEST', `总金额 ${total} 超过上限 ${limit}`])
  return {
    ...data,
    post_discounts: null,
    ...pick(params, 'post_payments', 'post_discounts', 'total_amount', 'time_range', 'location', 'profit_sharing'),
    need_collection: total > 0,
    collection: { state: 'USER_PAYING', total_amount: total, paying_amount: total, paid_amount: 0, details: [] },
  }
}

/** Returns WeChat Pay's number of an order's payment. */
export const transactionOf = (data: JsonObject, { number }: World) => number('4200005678', 28, text(data, 'out_order_no'))

/** Returns the order after its money was received. */
export function settled(data: JsonObject, paid_type: string, paid_time: string, world: World): JsonObject {
  const total = Number(data.total_amount ?? 0)
  const detail = { seq: 1, amount: total, paid_type, paid_time, transaction_id: transactionOf(data, world) }
  return {
    ...data,
    collection: {
      state: 'USER_PAID', total_amount: total, paying_amount: 0, paid_amount: total, details: total ? [detail] : [],
    },
  }
}

/** Formats a time as this product does, without punctuation: `20250102110405`. */
export const compact = (time: string) => time.replace(/\D/g, '').slice(0, 14)
