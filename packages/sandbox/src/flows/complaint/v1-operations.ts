import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { page } from '../kit/page.ts'
import { objects, pick, text } from '../kit/params.ts'
import { merchantStep } from './complaint-operations.ts'
import { findOrInvent, listComplaints, shown } from './complaint.ts'

/** Returns a complaint as the first version of the API shows it, with its order and the state of the refund. */
async function view(data: JsonObject, world: World): Promise<JsonObject> {
  const { complaint_full_refunded, ...rest } = await shown(data, world)
  return {
    ...rest,
    ...objects(data, 'complaint_order_info')[0],
    complaint_handle_state: text(data, 'complaint_state'),
    complaint_state: complaint_full_refunded ? 'MERCHANT_REFUNDED' : 'PAYER_COMPLAINTED',
  }
}

const list: Action = async (params, world) => {
  const found = await listComplaints(params, world)
  const matches = (data: JsonObject) => !params.sub_mchid || params.sub_mchid === data.sub_mchid
  return found && page('data', await Promise.all(found.filter(matches).map(data => view(data, world))), params)
}

const query: Action = async (params, world) => view(await findOrInvent(params, world), world)

const history: Action = async (params, world) => {
  const data = await findOrInvent(params, world)
  const entries = objects(data, 'history').map(({ operator = '', ...entry }) => ({
    operate_user: operator, ...pick(entry, 'operate_time', 'operate_details'),
    operate_type: operateTypes[text(entry, 'operate_type')] ?? 'MERCHANT_RESPONSE',
  }))
  return { complaint_negotiation_history: entries }
}

/** The names of history entries in this version; all others are responses. */
const operateTypes: Record<string, string> = {
  USER_CREATE_COMPLAINT: 'USER_CREATE_COMPLAINT',
  USER_CONTINUE_COMPLAINT: 'USER_CONTINUE_COMPLAINT',
  MERCHANT_CONFIRM_COMPLETE: 'MERCHANT_LAUNCH_CONFIRM_PROCESS',
  COMPLAINT_PARTIAL_REFUNDED_SYSTEM_MESSAGE: 'SELLER_REFUND_SYSTEM_MESSAGE',
  COMPLAINT_FULL_REFUNDED_SYSTEM_MESSAGE: 'SELLER_REFUND_SYSTEM_MESSAGE',
}

const feedback = merchantStep(params => ({
  event: 'respond',
  operate_type: params.launch_confirm_process === true ? 'MERCHANT_CONFIRM_COMPLETE' : 'MERCHANT_RESPONSE',
  details: text(params, 'feedback_content'),
}))

const prefix = '/v3/merchant-service'

/** Complaints in the first version of the API: list, query by order, respond. */
export const flow: Flow = {
  actions: {
    [`GET ${prefix}/complaints`]: list,
    [`GET ${prefix}/complaints/{transaction_id}`]: query,
    [`GET ${prefix}/complaints/{transaction_id}/negotiation-historys`]: history,
    [`POST ${prefix}/feedbacks`]: feedback,
  },
}
