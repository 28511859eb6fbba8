import { type JsonObject, member } from '../../values/json.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { page } from '../kit/page.ts'
import { object, text } from '../kit/params.ts'
import { type Change, show, step } from '../kit/steps.ts'
import { isSingle, listOf, ruleOf, stock } from './stock.ts'

const create: Action = async (params, world) => {
  const stock_id = world.number('', 8, `stock ${text(params, 'out_request_no')}`)
  const { data } = await world.create(stock, { ...params, stock_id }, () => ({
    ...params,
    stock_id,
    stock_creator_mchid: text(params, 'belong_merchant') || world.mchid,
    status: 'unactivated',
    description: String(member(params.pattern_info, 'description') ?? params.comment ?? ''),
    singleitem: isSingle(params),
    stock_use_rule: ruleOf(params),
    distributed_coupons: 0,
    create_time: world.time,
  }))
  return data
}

const list: Action = async (params, world) => {
  const all = await world.list(stock)
  if (!all.length && !world.strict) return undefined
  const from = Date.parse(text(params, 'create_start_time')) || 0
  const to = Date.parse(text(params, 'create_end_time')) || Infinity
  const matches = (data: JsonObject) => {
    const created = Date.parse(text(data, 'create_time'))
    return from <= created && created <= to && (!params.status || params.status === data.status)
  }
  return page('data', all.filter(matches), params)
}

const part = (name: string): Action => async (params, world) => {
  const data = await find(stock, params, world)
  if (!data) return unknown(world, stock)
  return page('data', listOf(data, name), params)
}

const change: Action = async (params, world) => {
  const data = await find(stock, params, world)
  if (!data) return unknown(world, stock)
  const names = (name: string) => Array.isArray(params[name]) ? params[name].map(String) : []
  const removed = names('delete_goods_id_list')
  const available_items = [...new Set([...listOf(data, 'available_items'), ...names('add_goods_id_list')])]
    .filter(id => !removed.includes(id))
  const ruled = { ...data, coupon_use_rule: { ...object(data, 'coupon_use_rule'), available_items } }
  const changed = { ...ruled, singleitem: isSingle(ruled) }
  await world.save(stock, changed)
  return { ...changed, pause_time: world.time }
}

const stamped = (name: string): Change => (data, _params, { time }) => ({ ...data, [name]: time })

const prefix = '/v3/marketing/favor'
const one = `${prefix}/stocks/{stock_id}`

/** Stocks of cash coupons: create, start, pause, restart, stop, query. */
export const flow: Flow = {
  records: [stock],
  actions: {
    [`POST ${prefix}/coupon-stocks`]: create,
    [`GET ${prefix}/stocks`]: list,
    [`GET ${one}`]: show(stock),
    [`POST ${one}/start`]: step(stock, 'start', stamped('start_time')),
    [`POST ${one}/pause`]: step(stock, 'pause', stamped('pause_time')),
    [`POST ${one}/restart`]: step(stock, 'restart', stamped('restart_time')),
    [`POST ${one}/stop`]: step(stock, 'stop', stamped('stop_time')),
    [`POST ${one}/modify-goods-id`]: change,
    [`GET ${one}/items`]: part('available_items'),
    [`GET ${one}/merchants`]: part('available_merchants'),
  },
}
