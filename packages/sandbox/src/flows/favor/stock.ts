import type { Machine } from '../../state/machine.ts'
import type { Params } from '../kit/operation.ts'
import { pick } from '../kit/params.ts'

/** What the merchant asks for. */
export type Wanted = Params<'POST /v3/marketing/favor/coupon-stocks'>

/** A stock as it is stored. `stoped` is the API's own spelling. */
export type Stock = Wanted & {
  stock_id: string
  stock_creator_mchid: string
  status: 'unactivated' | 'running' | 'paused' | 'stoped'
  description: string
  distributed_coupons: number
  create_time: string
  start_time?: string
  pause_time?: string
  restart_time?: string
  stop_time?: string
}

/** A stock of cash coupons and its states. */
export const stock: Machine<'start' | 'pause' | 'restart' | 'send' | 'stop', Stock> = {
  name: 'favor-stock',
  label: '代金券批次',
  key: ['stock_id'],
  state: 'status',
  transitions: {
    start: { from: ['unactivated'], to: 'running' },
    pause: { from: ['running'], to: 'paused' },
    restart: { from: ['paused'], to: 'running' },
    send: { from: ['running'], to: 'running' },
    stop: { from: ['running', 'paused'], to: 'stoped' },
  },
  refusals: {
    unactivated: ['INVALID_REQUEST', '批次未激活，请先激活代金券批次'],
    running: ['INVALID_REQUEST', '批次运营中'],
    paused: ['INVALID_REQUEST', '批次已暂停，请先重启代金券批次'],
    stoped: ['INVALID_REQUEST', '批次已停止'],
  },
  missing: ['RESOURCE_NOT_EXISTS', '批次不存在'],
  used: ['INVALID_REQUEST', '商户单据号重复：同一商户单据号须用相同的参数'],
}

/** Whether the coupons of a stock apply only to certain goods. */
export const isSingle = ({ coupon_use_rule: { available_items = [] } }: Wanted) => available_items.length > 0

/** Returns the stock as queries show it: its rule says how many coupons it gives, and some of how they are used. */
export function shown(data: Stock) {
  const { stock_use_rule: rule, coupon_use_rule } = data
  return {
    ...data,
    singleitem: isSingle(data),
    stock_use_rule: {
      ...rule,
      max_amount_by_day: rule.max_amount_by_day ?? rule.max_amount,
      ...pick(coupon_use_rule, 'fixed_normal_coupon', 'goods_tag', 'trade_type', 'combine_use'),
    },
  }
}

/** Returns the members that each coupon takes from its stock. */
export function couponOf(data: Stock) {
  const { coupon_amount = 0, transaction_minimum = 0 } = data.coupon_use_rule.fixed_normal_coupon ?? {}
  return {
    ...pick(data, 'stock_id', 'stock_creator_mchid', 'available_begin_time', 'available_end_time', 'no_cash'),
    coupon_name: data.stock_name,
    description: data.description,
    coupon_type: 'NORMAL' as const,
    singleitem: isSingle(data),
    normal_coupon_information: { coupon_amount, transaction_minimum },
  }
}
