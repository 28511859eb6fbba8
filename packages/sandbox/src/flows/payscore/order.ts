import { refusal } from '../../replies/error-codes.ts'
import type { Machine } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { Parties } from '../kit/operation.ts'
import { omit, pick } from '../kit/params.ts'

/** The events of an order. */
export type Event = 'confirm' | 'modify' | 'complete' | 'cancel' | 'collect' | 'pay' | 'sync' | 'remind' | 'expire'

/** Time the user has to confirm an order, in milliseconds. */
export const confirmationTime = 30 * 24 * 3_600_000

type Fee = { name?: string, description?: string, amount?: number, count?: number }

/** What the merchant asks for when it creates an order. */
export type Wanted = Parties & {
  out_order_no: string
  service_id: string
  service_introduction?: string
  post_payments?: Fee[]
  post_discounts?: Fee[]
  time_range: TimeRange
  location?: { start_location?: string, end_location?: string }
  risk_fund?: { name: 'DEPOSIT' | 'ADVANCE' | 'CASH_DEPOSIT' | 'ESTIMATE_ORDER_COST', amount: number, description?: string }
  total_amount?: number
  attach?: string
  notify_url?: string
  openid?: string
  sub_openid?: string
  profit_sharing?: boolean
  need_user_confirm?: boolean
}

type TimeRange = {
  start_time?: string
  end_time?: string
  start_time_remark?: string
  end_time_remark?: string
}

type Phase = 'CREATED' | 'CONFIRMED' | 'COMPLETED' | 'DONE' | 'REVOKED' | 'EXPIRED'

/** An order as it is stored. */
export type Order = Wanted & {
  service_introduction: string
  notify_url: string
  openid: string
  order_id: string
  query_id: string
  /** What the merchant's page needs to ask the user. */
  package: string
  phase: Phase
  /** When the time to confirm is over, in milliseconds since the epoch. */
  expires: number
  need_collection?: boolean
  collection?: Collection
  out_trade_no?: string
}

type Collection = {
  state: 'USER_PAYING' | 'USER_PAID'
  total_amount: number
  paying_amount: number
  paid_amount: number
  details: { seq: number, amount: number, paid_type: PaidType, paid_time: string, transaction_id: string }[]
}

type PaidType = 'NEWTON' | 'MCH'

/** A service order and its states, finer than those the API shows. */
export const order: Machine<Event, Order> = {
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
  expires: data => data.expires,
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
const shownOf = {
  CREATED: { state: 'CREATED' },
  CONFIRMED: { state: 'DOING', state_description: 'USER_CONFIRM' },
  COMPLETED: { state: 'DOING', state_description: 'MCH_COMPLETE' },
  DONE: { state: 'DONE' },
  REVOKED: { state: 'REVOKED' },
  EXPIRED: { state: 'EXPIRED' },
} as const satisfies Record<Phase, object>

/** Returns the order as the API shows it. */
export const shown = (data: Order) => ({ ...data, ...shownOf[data.phase] })

/** Returns the order as notifications show it, without its state. */
export function notified(data: Order) {
  const { time_range: { start_time, ...time_range }, post_discounts = [], collection } = data
  return {
    ...omit(data, 'phase', 'expires', 'query_id', 'package', 'notify_url', 'need_user_confirm', 'profit_sharing',
      'out_trade_no', 'time_range', 'post_discounts', 'collection'),
    ...start_time !== undefined && { time_range: { ...time_range, start_time } },
    ...data.post_discounts && {
      post_discounts: post_discounts.map(({ name = '', ...discount }) => ({ name, ...discount })),
    },
    ...collection && { collection },
  }
}

/** What the merchant asks for when it completes or modifies an order. */
type Charge = Pick<Wanted, 'post_payments' | 'post_discounts' | 'location' | 'profit_sharing'> & {
  total_amount?: number
  time_range?: TimeRange
}

const totalOf = (fees: Fee[] = []) => fees.reduce((total, { amount = 0 }) => total + amount, 0)

/**
 * Returns the order with the fees of a completion or modification.
 *
 * @throws Refusal if the total differs from the sum of the fees or exceeds the agreed limit
 */
export function charged(data: Order, params: Charge) {
  const due = totalOf(params.post_payments) - totalOf(params.post_discounts)
  const { total_amount: total = due } = params
  if (total !== due) throw refusal(['PARAM_ERROR', `总金额 ${total} 与付费项目减去优惠之和 ${due} 不一致`])
  const limit = data.total_amount ?? data.risk_fund?.amount ?? 0
  if (total > limit && limit > 0) throw refusal(['INVALID_REQUEST', `总金额 ${total} 超过上限 ${limit}`])
  const collection: Collection = {
    state: 'USER_PAYING', total_amount: total, paying_amount: total, paid_amount: 0, details: [],
  }
  return {
    ...omit(data, 'post_discounts'),
    ...pick(params, 'post_payments', 'post_discounts', 'time_range', 'location', 'profit_sharing'),
    total_amount: total,
    need_collection: total > 0,
    collection,
  }
}

/** Returns WeChat Pay's number of an order's payment. */
export const transactionOf = ({ out_order_no }: Order, { number }: World) => number('4200005678', 28, out_order_no)

/** Returns the order after its money was received. */
export function settled(data: Order, paid_type: PaidType, paid_time: string, world: World): Order {
  const { total_amount: total = 0 } = data
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
