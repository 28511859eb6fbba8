import type { JsonObject } from '../engine/types.ts'
import { can, move } from '../state/kind.ts'
import type { World } from '../state/world.ts'
import type { Action, Flow } from './flow.ts'
import { locate, omit, text, unknown } from './params.ts'
import { charged, compact, type Event, order, settled, shown } from './payscore-order.ts'

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

const same = (data: JsonObject) => data

const actionsAt = (prefix: string): Flow['actions'] => ({
  [`POST ${prefix}`]: createAs(({ need_user_confirm }) => need_user_confirm === false ? 'CONFIRMED' : 'CREATED'),
  [`POST ${prefix}/direct-complete`]: createAndComplete,
  [`GET ${prefix}`]: query,
  [`POST ${prefix}/{out_order_no}/cancel`]: event('cancel', same),
  [`POST ${prefix}/{out_order_no}/modify`]: event('modify', charged),
  [`POST ${prefix}/{out_order_no}/complete`]: complete,
  [`POST ${prefix}/{out_order_no}/pay`]: event('collect', same),
  [`POST ${prefix}/{out_order_no}/sync`]: event('sync', (data, params, world) => {
    const time = text((params.detail ?? {}) as JsonObject, 'paid_time')
    return settled(data, 'MCH', time || compact(world.time), world)
  }),
})

/** Pay-score service orders: create, confirm, modify, complete, cancel, collect, sync. */
export const payscoreOrders: Flow = {
  actions: { ...actionsAt('/v3/payscore/serviceorder'), ...actionsAt('/v3/payscore/partner/serviceorder') },
  user: { kind: order, waits: data => can(order, data, 'confirm') || can(order, data, 'pay'), act },
}
