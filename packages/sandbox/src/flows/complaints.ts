import type { JsonObject } from '../engine/types.ts'
import { move } from '../state/kind.ts'
import type { World } from '../state/world.ts'
import { complaint, complaintOf, findOrInvent, listed, shown, tell, withEvent } from './complaint.ts'
import type { Action, Flow } from './flow.ts'
import { page } from './page.ts'
import { objects, text, unknown } from './params.ts'
import { find } from './steps.ts'
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
  const found = await listed(params, world)
  return found && page('data', await Promise.all(found.map(data => shown(data, world))), params)
}

const query: Action = async (params, world) => shown(await findOrInvent(params, world), world)

const history: Action = async (params, world) =>
  page('data', objects(await findOrInvent(params, world), 'history'), params)

/** What the merchant does about a complaint: an entry in its history, and news for whoever wants to know. */
interface Deed { operate_type: string, action_type?: string, detail?: (params: JsonObject) => string }

/** Something the merchant does about a complaint. */
export const event = (
  name: 'respond' | 'complete', deedOf: (params: JsonObject) => Deed,
): Action => async (params, world) => {
  const data = await find(complaint, params, world)
  if (!data) return unknown(world, complaint)
  const { operate_type, action_type = operate_type, detail = () => '' } = deedOf(params)
  const entry = { operator: '商户', operate_type, operate_details: detail(params) }
  const moved = withEvent(move(complaint, data, name), entry, world)
  await world.save(complaint, moved)
  await tell('COMPLAINT.STATE_CHANGE', action_type, moved, world)
  return { log_id: text(objects(moved, 'history')[0]!, 'log_id') }
}

const respond = event('respond', () => ({
  operate_type: 'MERCHANT_RESPONSE', detail: params => text(params, 'response_content'),
}))

const complete = event('complete', () => ({ operate_type: 'MERCHANT_CONFIRM_COMPLETE' }))

/** The documents spell the refusal of a refund like this in the history. */
const decide = event('respond', ({ action }) => action === 'REJECT'
  ? { operate_type: 'MERCHANT_REFUSE_RERUND', action_type: 'MERCHANT_REJECT_REFUND', detail: params => text(params, 'reject_reason') }
  : { operate_type: 'MERCHANT_APPROVE_REFUND', detail: params => text(params, 'remark') })

const actionsAt = (prefix: string): Flow['actions'] => ({
  [`GET ${prefix}`]: list,
  [`GET ${prefix}/{complaint_id}`]: query,
  [`GET ${prefix}/{complaint_id}/negotiation-historys`]: history,
  [`POST ${prefix}/{complaint_id}/response`]: respond,
  [`POST ${prefix}/{complaint_id}/response-immediate-service`]: respond,
  [`POST ${prefix}/{complaint_id}/update-refund-progress`]: decide,
  [`POST ${prefix}/{complaint_id}/complete`]: complete,
})

/** Complaints: list, query, respond, decide about the refund, complete. */
export const complaints: Flow = {
  actions: {
    ...actionsAt('/v3/merchant-service/complaints-v2'),
    ...actionsAt('/v3/global/merchant-service/complaints'),
  },
}
