import type { Machine } from '../../state/machine.ts'
import { type JsonObject, member } from '../../values/json.ts'
import { amountOf, object, pick, text } from '../kit/params.ts'

/** A stock of cash coupons and its states. `stoped` is the API's own spelling. */
export const stock: Machine<'start' | 'pause' | 'restart' | 'send' | 'stop'> = {
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

/** Returns a list of texts in a stock's rules of use. */
export function listOf(data: JsonObject, name: string): string[] {
  const list = object(data, 'coupon_use_rule')[name]
  return Array.isArray(list) ? list.map(String) : []
}

/** Whether the coupons of a stock apply only to certain goods. */
export const isSingle = (data: JsonObject) => listOf(data, 'available_items').length > 0

/** Returns how many coupons a stock has and a user may get; infinite by default. */
export const limits = ({ stock_use_rule: rule }: JsonObject) => ({
  all: Number(member(rule, 'max_coupons') ?? Infinity),
  each: Number(member(rule, 'max_coupons_per_user') ?? Infinity),
})

/** Returns the rule of a stock as queries show it: how many coupons it gives, and some of how they are used. */
export const ruleOf = (data: JsonObject): JsonObject => ({
  ...object(data, 'stock_use_rule'),
  ...pick(object(data, 'coupon_use_rule'), 'fixed_normal_coupon', 'goods_tag', 'trade_type', 'combine_use'),
})

/** Returns the members that each coupon takes from its stock. */
export function couponOf(data: JsonObject): JsonObject {
  const rule = object(data, 'coupon_use_rule')
  return {
    ...pick(data, 'stock_id', 'stock_creator_mchid', 'available_begin_time', 'available_end_time', 'no_cash'),
    coupon_name: text(data, 'stock_name'),
    description: text(data, 'description'),
    coupon_type: 'NORMAL',
    singleitem: isSingle(data),
    normal_coupon_information: {
      coupon_amount: amountOf(rule, 'fixed_normal_coupon', 'coupon_amount'),
      transaction_minimum: amountOf(rule, 'fixed_normal_coupon', 'transaction_minimum'),
    },
  }
}
