import { failure } from '../engine/errors.ts'
import type { JsonObject } from '../engine/types.ts'
import { can, type Kind, move } from '../state/kind.ts'
import type { World } from '../state/world.ts'
import type { Action, Flow } from './flow.ts'
import { amountOf, locate, omit, pick, text, totalOf, unknown } from './params.ts'

type Event = 'confirm' | 'modify' | 'complete' | 'cancel' | 'collect' | 'pay' | 'sync'

/** A service order and its states, finer than those the API shows. */
const order: Kind<Event> = {
  name: 'payscore-order',
  key: ['out_order_no'],
  aliases: ['order_id', 'query_id'],
  state: 'phase',
  transitions: {
    confirm: { from: ['CREATED'], to: 'CONFIRMED' },
    cancel: { from: ['CREATED', 'CONFIRMED'], to: 'REVOKED' },
    complete: { from: ['CONFIRMED'], to: 'COMPLETED' },
    modify: { from: ['COMPLETED'], to: 'COMPLETED' },
    collect: { from: ['COMPLETED'], to: 'COMPLETED' },
    pay: { from: ['COMPLETED'], to: 'DONE' },
    sync: { from: ['COMPLETED'], to: 'DONE' },
  },
  refusals: {
    CREATED: ['INVALID_ORDER_STATE', '用户还未确认订单'],
    CONFIRMED: ['INVALID_ORDER_STATE', '商户还未完结订单'],
    COMPLETED: ['INVALID_ORDER_STATE', '商户已完结订单，等待用户支付'],
    DONE: ['ORDER_DONE', '订单已完成'],
    REVOKED: ['ORDER_CANCELED', '订单已取消'],
  },
  missing: ['ORDER_NOT_EXIST', '订单不存在'],
  used: ['INVALID_REQUEST', '商户服务订单号重复：同一订单号须用相同的参数创建'],
}

/** What the API shows of each phase. */
const shownOf: Record<string, JsonObject> = {
  CREATED: { state: 'CREATED', state_description: null },
  CONFIRMED: { state: 'DOING', state_description: 'USER_CONFIRM' },
  COMPLETED: { state: 'DOING', state_description: 'MCH_COMPLETE' },
  DONE: { state: 'DONE', state_description: null },
  REVOKED: { state: 'REVOKED', state_description: null },
}

const shown = (data: JsonObject): JsonObject => ({ ...data, ...shownOf[text(data, 'phase')] })

const createAs = (phase: (params: JsonObject) => string): Action => async (params, world) => {
  const number = text(params, 'out_order_no')
  const { data } = await world.create(order, params, () => ({
    ...params,
    mchid: world.mchid,
    phase: phase(params),
    order_id: world.number('1500000', 28, number),
    query_id: world.number('15646', 20, number),
    openid: text(params, 'openid') || world.number('oUpF8', 28, number),
    package: world.number('DJIOSQPYWDxsjdldeuwhdodwxasd_', 48, number),
  }))
  return shown(data)
}

/**
 * The order completed, or modified, with these fees.
 *
 * @throws Refusal where the total is not that of the fees, or above what was agreed
 */
function charged(data: JsonObject, params: JsonObject): JsonObject {
  const total = Number(params.total_amount)
  const due = totalOf(params, 'post_payments', 'amount') - totalOf(params, 'post_discounts', 'amount')
  if (total !== due) throw failure(['PARAM_ERROR', `总金额 ${total} 与付费项目减去优惠之和 ${due} 不一致`])
  const most = data.total_amount === undefined ? amountOf(data, 'risk_fund', 'amount') : Number(data.total_amount)
  if (total > most && most > 0) throw failure(['INVALID_REQUEST', `总金额 ${total} 超过上限 ${most}`])
  return {
    ...data, ...pick(params, 'post_payments', 'post_discounts', 'total_amount', 'time_range', 'location'),
    need_collection: total > 0,
    collection: { state: 'USER_PAYING', total_amount: total, paying_amount: total, paid_amount: 0, details: [] },
  }
}

/** The order with its money received. */
function settled(data: JsonObject, paid_type: string, paid_time: string, world: World): JsonObject {
  const total = Number(data.total_amount ?? 0)
  const number = text(data, 'out_order_no')
  const transaction_id = world.number('4200005678', 28, number)
  const detail = { seq: 1, amount: total, paid_type, paid_time, transaction_id }
  return {
    ...data,
    collection: {
      state: 'USER_PAID', total_amount: total, paying_amount: 0, paid_amount: total, details: total ? [detail] : [],
    },
  }
}

type Change = (data: JsonObject, params: JsonObject, world: World) => JsonObject

/** An event that the merchant causes, and what it changes besides the state. */
const event = (name: Event, change: Change): Action =>
  async (params, world) => {
    const data = await locate(world, order, params, 'out_order_no')
    if (!data) return unknown(world, order)
    const moved = change(move(order, data, name), params, world)
    await world.save(order, moved)
    return shown(moved)
  }

const complete = event('complete', (data, params, world) => {
  const done = charged(data, params)
  return done.need_collection ? done : settled(move(order, done, 'pay'), 'NEWTON', compact(world.time), world)
})

const createAndComplete: Action = async (params, world) => {
  const created = await createAs(() => 'CONFIRMED')(params, world)
  return created?.phase === 'CONFIRMED' ? complete(params, world) : created
}

const query: Action = async (params, world) => {
  const data = await locate(world, order, params, 'out_order_no', 'query_id')
  return data ? shown(data) : unknown(world, order)
}

/** The user confirms what was created, or pays what was completed. */
async function act(data: JsonObject, world: World): Promise<JsonObject> {
  const confirms = can(order, data, 'confirm')
  const done = confirms
    ? move(order, data, 'confirm')
    : settled(move(order, data, 'pay'), 'NEWTON', compact(world.time), world)
  await world.save(order, done)
  world.notify({
    event_type: confirms ? 'PAYSCORE.USER_CONFIRM' : 'PAYSCORE.USER_PAID',
    summary: confirms ? '微信支付分服务订单用户已确认' : '微信支付分服务订单支付成功',
    original_type: 'payscore',
    notify_url: text(data, 'notify_url'),
    resource: omit(shown(done), 'phase', 'query_id', 'package'),
  })
  return done
}

/** Times of this product are written without punctuation: `20250102110405`. */
const compact = (time: string) => time.replace(/\D/g, '').slice(0, 14)

const prefix = '/v3/payscore/serviceorder'
const one = `${prefix}/{out_order_no}`
const same = (data: JsonObject) => data

/** Pay-score service orders: create, confirm, modify, complete, cancel, collect, sync. */
export const payscoreOrders: Flow = {
  actions: {
    [`POST ${prefix}`]: createAs(({ need_user_confirm }) => need_user_confirm === false ? 'CONFIRMED' : 'CREATED'),
    [`POST ${prefix}/direct-complete`]: createAndComplete,
    [`GET ${prefix}`]: query,
    [`POST ${one}/cancel`]: event('cancel', same),
    [`POST ${one}/modify`]: event('modify', charged),
    [`POST ${one}/complete`]: complete,
    [`POST ${one}/pay`]: event('collect', same),
    [`POST ${one}/sync`]: event('sync', (data, params, world) => {
      const time = text((params.detail ?? {}) as JsonObject, 'paid_time')
      return settled(data, 'MCH', time || compact(world.time), world)
    }),
  },
  user: { kind: order, waits: data => can(order, data, 'confirm') || can(order, data, 'pay'), act },
}
