import { failure } from '../engine/errors.ts'
import type { JsonObject } from '../engine/types.ts'
import { move } from '../state/kind.ts'
import type { World } from '../state/world.ts'
import { address, complaint, complaintOf, tell, withEvent } from './complaint.ts'
import type { Action, Flow } from './flow.ts'
import { locate, objects, text, unknown } from './params.ts'
import { findOrder, transaction } from './transaction.ts'

/**
 * The user complains about a paid order.
 *
 * @throws RangeError where there is none of that number
 */
export async function complain(outTradeNo: string, detail: string, world: World): Promise<JsonObject> {
  const order = await findOrder(world, { out_trade_no: outTradeNo })
  if (!order?.transaction_id) throw new RangeError(`there is no paid order ${outTradeNo}`)
  const count = Number(order.complaints ?? 0) + 1
  const data = complaintOf(order, detail, count, world)
  await world.save(transaction, { ...order, complaints: count })
  await world.save(complaint, data)
  await tell('COMPLAINT.CREATE', 'CREATE_COMPLAINT', data, world)
  return data
}

/** Lists are invented as long as nobody complained, except where that would be an error. */
const list: Action = async (params, world) => {
  const from = text(params, 'begin_date')
  const to = text(params, 'end_date')
  const all = await world.list(complaint)
  if (!all.length && !world.strict) return undefined
  const day = (data: JsonObject) => text(data, 'complaint_time').slice(0, 10)
  return page('data', all.filter(data => from <= day(data) && day(data) <= to).reverse(), params)
}

/** One page of a list, as the request asks for it. */
function page(name: string, all: JsonObject[], params: JsonObject): JsonObject {
  const offset = Number(params.offset ?? 0)
  const limit = Number(params.limit ?? 10)
  return { [name]: all.slice(offset, offset + limit), offset, limit, total_count: all.length }
}

const find = (params: JsonObject, world: World) => locate(world, complaint, params, 'complaint_id')

const query: Action = async (params, world) => await find(params, world) ?? unknown(world, complaint)

const history: Action = async (params, world) => {
  const data = await find(params, world)
  return data ? page('data', objects(data, 'history'), params) : unknown(world, complaint)
}

/** What the merchant does about a complaint. */
const event = (
  name: 'respond' | 'complete', operate_type: string, action_type: string, detailOf: (params: JsonObject) => string,
): Action => async (params, world) => {
  const data = await find(params, world)
  if (!data) return unknown(world, complaint)
  const entry = { operator: '商户', operate_type, operate_details: detailOf(params) }
  const moved = withEvent(move(complaint, data, name), entry, world)
  await world.save(complaint, moved)
  await tell('COMPLAINT.STATE_CHANGE', action_type, moved, world)
  return {}
}

const configure = (isNew: boolean): Action => async ({ url = '' }, world) => {
  const known = await world.find(address, world.mchid)
  if (isNew && known && known.url !== url) throw failure(address.used)
  if (!isNew && !known) return unknown(world, address)
  const data = { mchid: world.mchid, url }
  await world.save(address, data)
  return data
}

const configured: Action = async (_params, world) =>
  await world.find(address, world.mchid) ?? unknown(world, address)

const forget: Action = async (_params, world) => {
  world.remove(address, world.mchid)
  return {}
}

const one = '/v3/merchant-service/complaints-v2/{complaint_id}'
const addresses = '/v3/merchant-service/complaint-notifications'

/** Complaints: list, query, respond, complete; and where they are told of. */
export const complaints: Flow = {
  actions: {
    'GET /v3/merchant-service/complaints-v2': list,
    [`GET ${one}`]: query,
    [`GET ${one}/negotiation-historys`]: history,
    [`POST ${one}/response`]: event('respond', 'MERCHANT_RESPONSE', 'MERCHANT_RESPONSE',
      params => text(params, 'response_content')),
    [`POST ${one}/complete`]: event('complete', 'MERCHANT_CONFIRM_COMPLETE', 'MERCHANT_CONFIRM_COMPLETE', () => ''),
    [`POST ${addresses}`]: configure(true),
    [`PUT ${addresses}`]: configure(false),
    [`GET ${addresses}`]: configured,
    [`DELETE ${addresses}`]: forget,
  },
}
