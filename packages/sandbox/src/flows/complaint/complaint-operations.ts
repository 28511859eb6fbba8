import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { events } from '../kit/events.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Actions, Flow } from '../kit/flow.ts'
import { page } from '../kit/page.ts'
import { objects, text } from '../kit/params.ts'
import { findOrder } from '../payment/transaction.ts'
import { complaint, complaintOf, findOrInvent, listComplaints, noteRefund, notify, shown, withHistory } from './complaint.ts'

/**
 * The user complains about a paid order, or complains again.
 *
 * @throws RangeError if there is no paid order of that number
 */
export async function complain(outTradeNo: string, detail: string, world: World): Promise<JsonObject> {
  const order = await findOrder({ out_trade_no: outTradeNo }, world)
  if (!order?.transaction_id) throw new RangeError(`no paid order ${outTradeNo}, create and pay it first`)
  const known = await find(complaint, order, world)
  const data = known ? continued(known, detail, world) : complaintOf(order, detail, world)
  await world.save(complaint, data)
  if (known) await notify('COMPLAINT.STATE_CHANGE', 'CONTINUE_COMPLAINT', data, world)
  else await notify('COMPLAINT.CREATE', 'CREATE_COMPLAINT', data, world)
  return data
}

const continued = (data: JsonObject, detail: string, world: World): JsonObject => withHistory({
  ...move(complaint, data, 'continue'),
  incoming_user_response: true,
  user_complaint_times: Number(data.user_complaint_times) + 1,
}, { operator: '投诉人', operate_type: 'USER_CONTINUE_COMPLAINT', operate_details: detail }, world)

const list: Action = async (params, world) => {
  const found = await listComplaints(params, world)
  const { complainted_mchid } = params
  const matches = (data: JsonObject) => !complainted_mchid || complainted_mchid === data.complainted_mchid
  return found && page('data', await Promise.all(found.filter(matches).map(data => shown(data, world))), params)
}

const query: Action = async (params, world) => shown(await findOrInvent(params, world), world)

const history: Action = async (params, world) =>
  page('data', objects(await findOrInvent(params, world), 'history'), params)

/** A step of the merchant about a complaint; it is recorded in the history and notified. */
interface MerchantStep {
  event: 'respond' | 'complete'
  operate_type: string
  /** @default operate_type */
  action_type?: string
  details?: string
}

/** Returns an action in which the merchant does something about a complaint. */
export const merchantStep = (
  stepOf: (params: JsonObject) => MerchantStep,
): Action => async (params, world) => {
  const data = await find(complaint, params, world)
  if (!data) return unknown(world, complaint)
  const { event, operate_type, action_type = operate_type, details = '' } = stepOf(params)
  const entry = { operator: '商户', operate_type, operate_details: details }
  const moved = withHistory({ ...move(complaint, data, event), incoming_user_response: false }, entry, world)
  await world.save(complaint, moved)
  await notify('COMPLAINT.STATE_CHANGE', action_type, moved, world)
  return { log_id: text(objects(moved, 'history')[0]!, 'log_id') }
}

const respond = merchantStep(params => ({
  event: 'respond', operate_type: 'MERCHANT_RESPONSE', details: text(params, 'response_content'),
}))

const complete = merchantStep(() => ({ event: 'complete', operate_type: 'MERCHANT_CONFIRM_COMPLETE' }))

/** An approved refund settles the complaint when it arrives. `RERUND` is the API's own spelling. */
const decide = merchantStep(params => params.action === 'REJECT'
  ? {
      event: 'complete', operate_type: 'MERCHANT_REFUSE_RERUND', action_type: 'MERCHANT_REJECT_REFUND',
      details: text(params, 'reject_reason'),
    }
  : { event: 'respond', operate_type: 'MERCHANT_APPROVE_REFUND', details: text(params, 'remark') })

const domestic = '/v3/merchant-service/complaints-v2'

const actionsAt = (prefix: string): Actions => ({
  [`GET ${prefix}`]: list,
  [`GET ${prefix}/{complaint_id}`]: query,
  [`GET ${prefix}/{complaint_id}/negotiation-historys`]: history,
  [`POST ${prefix}/{complaint_id}/response`]: respond,
  [`POST ${prefix}/{complaint_id}/complete`]: complete,
})

/** Complaints: list, query, respond, approve or reject the refund, complete. */
export const flow: Flow = {
  records: [complaint],
  actions: [
    actionsAt(domestic),
    {
      [`POST ${domestic}/{complaint_id}/response-immediate-service`]: respond,
      [`POST ${domestic}/{complaint_id}/update-refund-progress`]: decide,
    },
    actionsAt('/v3/global/merchant-service/complaints'),
  ],
  listeners: { [events.refundSucceeded]: noteRefund },
}
