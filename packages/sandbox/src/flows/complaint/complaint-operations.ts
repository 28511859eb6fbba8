import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { events } from '../kit/events.ts'
import { find, unknown } from '../kit/find.ts'
import type { Flow } from '../kit/flow.ts'
import type { Params } from '../kit/operation.ts'
import { page } from '../kit/page.ts'
import { inFen } from '../payment/exchange.ts'
import { findOrder, fundsIn, isPaid } from '../payment/transaction.ts'
import { type ActionType, type Complaint, complaint, complaintOf, type Entry, findOrInvent, type Keys, listComplaints, noteRefund, notifyOf, shown, withHistory } from './complaint.ts'

/**
 * The user complains about a paid order, or complains again.
 *
 * @throws RangeError if there is no paid order of that number
 */
export async function complain(outTradeNo: string, detail: string, world: World): Promise<Complaint> {
  const order = await findOrder({ out_trade_no: outTradeNo }, world)
  if (!order || !isPaid(order)) throw new RangeError(`no paid order ${outTradeNo}, create and pay it first`)
  const known = await find(complaint, order, world)
  const data = known ? continued(known, detail, world) : complaintOf(order, detail, world)
  await world.save(complaint, data)
  if (known) await notifyOf('COMPLAINT.STATE_CHANGE', 'CONTINUE_COMPLAINT', data, world)
  else await notifyOf('COMPLAINT.CREATE', 'CREATE_COMPLAINT', data, world)
  return data
}

const continued = (data: Complaint, detail: string, world: World) => withHistory({
  ...move(complaint, data, 'continue'),
  incoming_user_response: true,
  user_complaint_times: data.user_complaint_times + 1,
}, { operator: '投诉人', operate_type: 'USER_CONTINUE_COMPLAINT', operate_details: detail }, world)

type List = Params<'GET /v3/merchant-service/complaints-v2' | 'GET /v3/global/merchant-service/complaints'>

/** Returns a complaint as an API shows it. */
type Show<View> = (data: Complaint, world: World) => Promise<View>

const list = <View>(view: Show<View>) => async (params: List, world: World) => {
  const found = await listComplaints(params, world)
  const { complainted_mchid } = params
  const matches = (data: Complaint) => !complainted_mchid || complainted_mchid === data.complainted_mchid
  return found && page(await Promise.all(found.filter(matches).map(data => view(data, world))), params)
}

const query = <View>(view: Show<View>) => async (params: Keys, world: World) =>
  view(await findOrInvent(params, world), world)

/** Returns a complaint as the overseas API shows it: its orders have both currencies. */
async function shownOverseas(data: Complaint, world: World) {
  const { complaint_order_info, ...rest } = await shown(data, world)
  const order = await findOrder({ transaction_id: data.transaction_id }, world)
  const { currency = 'CNY', payer_total, payer_currency = 'CNY' } = order?.amount ?? {}
  const { refunded } = order ? fundsIn(order) : { refunded: 0 }
  return {
    ...rest,
    complaint_order_info: complaint_order_info.map(({ amount, ...info }) => ({
      ...info,
      settlement_amount: amount, settlement_refunded_amount: String(refunded), settlement_currency: currency,
      payer_amount: payer_total ?? amount, payer_refunded_amount: inFen(refunded, currency), payer_currency,
      trade_time: order?.success_time ?? data.complaint_time,
    })),
  }
}

const history = async (params: Keys & { offset?: number, limit?: number }, world: World) =>
  page((await findOrInvent(params, world)).history, params)

/** A step of the merchant about a complaint; it is recorded in the history and notified. */
interface MerchantStep {
  event: 'respond' | 'complete'
  operate_type: Entry['operate_type'] & (ActionType | 'MERCHANT_REFUSE_RERUND')
  details?: string
}

/** Returns an action in which the merchant does something about a complaint. */
export const merchantStep = <Params extends Keys>(stepOf: (params: Params) => MerchantStep) =>
  async (params: Params, world: World) => {
    const data = await find(complaint, params, world)
    if (!data) return unknown(world, complaint)
    const { event, operate_type, details = '' } = stepOf(params)
    const entry = { operator: '商户', operate_type, operate_details: details } as const
    const answered = { ...move(complaint, data, event), incoming_user_response: false }
    const moved = withHistory(answered, entry, world)
    await world.save(complaint, moved)
    const action = operate_type === 'MERCHANT_REFUSE_RERUND' ? 'MERCHANT_REJECT_REFUND' : operate_type
    await notifyOf('COMPLAINT.STATE_CHANGE', action, moved, world)
    return { log_id: moved.history[0]!.log_id }
  }

const respond = merchantStep((params: Keys & { response_content: string }) => ({
  event: 'respond', operate_type: 'MERCHANT_RESPONSE', details: params.response_content,
}))

const respondAtOnce = merchantStep((params: Params<`POST ${typeof domestic}/{complaint_id}/response-immediate-service`>) => ({
  event: 'respond', operate_type: 'MERCHANT_RESPONSE',
  details: (params.message.blocks ?? []).map(({ text }) => text?.text ?? '').join(''),
}))

const complete = merchantStep(() => ({ event: 'complete', operate_type: 'MERCHANT_CONFIRM_COMPLETE' }))

type Decision = Params<`POST ${typeof domestic}/{complaint_id}/update-refund-progress`>

/** An approved refund settles the complaint when it arrives. */
const decide = merchantStep(({ action, reject_reason = '', remark = '' }: Decision) => action === 'REJECT'
  ? { event: 'complete', operate_type: 'MERCHANT_REFUSE_RERUND', details: reject_reason }
  : { event: 'respond', operate_type: 'MERCHANT_APPROVE_REFUND', details: remark })

const domestic = '/v3/merchant-service/complaints-v2'
const overseas = '/v3/global/merchant-service/complaints'

/** Complaints: list, query, respond, approve or reject the refund, complete. */
export const flow: Flow = {
  records: [complaint],
  actions: {
    [`GET ${domestic}`]: list(shown),
    [`GET ${domestic}/{complaint_id}`]: query(shown),
    [`GET ${domestic}/{complaint_id}/negotiation-historys`]: history,
    [`POST ${domestic}/{complaint_id}/response`]: respond,
    [`POST ${domestic}/{complaint_id}/response-immediate-service`]: respondAtOnce,
    [`POST ${domestic}/{complaint_id}/update-refund-progress`]: decide,
    [`POST ${domestic}/{complaint_id}/complete`]: complete,
    [`GET ${overseas}`]: list(shownOverseas),
    [`GET ${overseas}/{complaint_id}`]: query(shownOverseas),
    [`GET ${overseas}/{complaint_id}/negotiation-historys`]: history,
    [`POST ${overseas}/{complaint_id}/response`]: respond,
    [`POST ${overseas}/{complaint_id}/complete`]: complete,
  },
  listeners: { [events.refundSucceeded]: noteRefund },
}
