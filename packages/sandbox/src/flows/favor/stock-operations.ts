import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { page } from '../kit/page.ts'
import { shown, type Stock, stock } from './stock.ts'

const prefix = '/v3/marketing/favor'
const one = `${prefix}/stocks/{stock_id}`

const create: Action<`POST ${typeof prefix}/coupon-stocks`> = async (params, world) => {
  const stock_id = world.number('', 8, `stock ${params.out_request_no}`)
  const { data } = await world.create(stock, { ...params, stock_id }, (): Stock => ({
    ...params,
    stock_id,
    stock_creator_mchid: params.belong_merchant || world.mchid,
    status: 'unactivated',
    description: params.pattern_info?.description ?? params.comment ?? '',
    distributed_coupons: 0,
    create_time: world.time,
  }))
  return data
}

const list: Action<`GET ${typeof prefix}/stocks`> = async (params, world) => {
  const all = await world.list(stock)
  if (!all.length && !world.strict) return undefined
  const from = Date.parse(params.create_start_time ?? '') || 0
  const to = Date.parse(params.create_end_time ?? '') || Infinity
  const matches = ({ create_time, status }: Stock) => {
    const created = Date.parse(create_time)
    return from <= created && created <= to && (!params.status || params.status === status)
  }
  return page(all.filter(matches).map(shown), params)
}

/** The members of a request that name a stock. */
type Keys = { stock_id: string }

const query = async (params: Keys, world: World) => {
  const data = await find(stock, params, world)
  return data ? shown(data) : unknown(world, stock)
}

const part = (name: 'available_items' | 'available_merchants') =>
  async (params: Keys & { offset: number, limit: number }, world: World) => {
    const data = await find(stock, params, world)
    return data ? page(data.coupon_use_rule[name] ?? [], params) : unknown(world, stock)
  }

const change: Action<`POST ${typeof one}/modify-goods-id`> = async (params, world) => {
  const data = await find(stock, params, world)
  if (!data) return unknown(world, stock)
  const { add_goods_id_list: added = [], delete_goods_id_list: removed = [] } = params
  const { available_items: items = [] } = data.coupon_use_rule
  const available_items = [...new Set([...items, ...added])].filter(id => !removed.includes(id))
  await world.save(stock, { ...data, coupon_use_rule: { ...data.coupon_use_rule, available_items } })
  return { pause_time: world.time }
}

type Times = Pick<Stock, 'start_time' | 'pause_time' | 'restart_time' | 'stop_time'>

/** Returns an action that moves a stock, and replies with the time. */
const stampedBy = <Reply extends Times>(event: 'start' | 'pause' | 'restart' | 'stop', stamp: (time: string) => Reply) =>
  async (params: Keys, world: World) => {
    const data = await find(stock, params, world)
    if (!data) return unknown(world, stock)
    const stamped = stamp(world.time)
    const times: Times = stamped
    await world.save(stock, { ...move(stock, data, event), ...times })
    return stamped
  }

/** Stocks of cash coupons: create, start, pause, restart, stop, query. */
export const flow: Flow = {
  records: [stock],
  actions: {
    [`POST ${prefix}/coupon-stocks`]: create,
    [`GET ${prefix}/stocks`]: list,
    [`GET ${one}`]: query,
    [`POST ${one}/start`]: stampedBy('start', start_time => ({ start_time })),
    [`POST ${one}/pause`]: stampedBy('pause', pause_time => ({ pause_time })),
    [`POST ${one}/restart`]: stampedBy('restart', restart_time => ({ restart_time })),
    [`POST ${one}/stop`]: stampedBy('stop', stop_time => ({ stop_time })),
    [`POST ${one}/modify-goods-id`]: change,
    [`GET ${one}/items`]: part('available_items'),
    [`GET ${one}/merchants`]: part('available_merchants'),
  },
}
