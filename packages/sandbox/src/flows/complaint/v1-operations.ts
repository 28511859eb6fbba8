import type { World } from '../../state/world.ts'
import type { Action, Flow } from '../kit/flow.ts'
import type { Params } from '../kit/operation.ts'
import { page } from '../kit/page.ts'
import { omit, pick } from '../kit/params.ts'
import { merchantStep } from './complaint-operations.ts'
import { type Complaint, type Entry, findOrInvent, listComplaints, shown } from './complaint.ts'

const prefix = '/v3/merchant-service'

/** Returns a complaint as the first version of the API shows it, with its order and the state of the refund. */
async function view(data: Complaint, world: World) {
  const { complaint_full_refunded, complaint_state, ...rest } = await shown(data, world)
  const state = complaint_full_refunded ? 'MERCHANT_REFUNDED' as const : 'PAYER_COMPLAINTED' as const
  return {
    ...omit(rest, 'complaint_order_info'),
    ...data.complaint_order_info[0]!,
    complaint_handle_state: complaint_state,
    complaint_state: state,
  }
}

const list: Action<`GET ${typeof prefix}/complaints`> = async (params, world) => {
  const found = await listComplaints(params, world)
  const matches = (data: Complaint) => !params.sub_mchid || params.sub_mchid === data.sub_mchid
  return found && page(await Promise.all(found.filter(matches).map(data => view(data, world))), params)
}

const query: Action<`GET ${typeof prefix}/complaints/{transaction_id}`> = async (params, world) =>
  view(await findOrInvent(params, world), world)

const history: Action<`GET ${typeof prefix}/complaints/{transaction_id}/negotiation-historys`> = async (params, world) => {
  const { history } = await findOrInvent(params, world)
  return {
    complaint_negotiation_history: history.map(entry => ({
      operate_user: entry.operator,
      ...pick(entry, 'operate_time', 'operate_details'),
      operate_type: operateTypes[entry.operate_type],
    })),
  }
}

/** The names of history entries in this version. */
const operateTypes = {
  USER_CREATE_COMPLAINT: 'USER_CREATE_COMPLAINT',
  USER_CONTINUE_COMPLAINT: 'USER_CONTINUE_COMPLAINT',
  MERCHANT_RESPONSE: 'MERCHANT_RESPONSE',
  MERCHANT_APPROVE_REFUND: 'MERCHANT_RESPONSE',
  MERCHANT_REFUSE_RERUND: 'MERCHANT_RESPONSE',
  MERCHANT_CONFIRM_COMPLETE: 'MERCHANT_LAUNCH_CONFIRM_PROCESS',
  COMPLAINT_PARTIAL_REFUNDED_SYSTEM_MESSAGE: 'SELLER_REFUND_SYSTEM_MESSAGE',
  COMPLAINT_FULL_REFUNDED_SYSTEM_MESSAGE: 'SELLER_REFUND_SYSTEM_MESSAGE',
} as const satisfies Record<Entry['operate_type'], string>

const feedback = merchantStep((params: Params<`POST ${typeof prefix}/feedbacks`>) => ({
  event: 'respond',
  operate_type: params.launch_confirm_process ? 'MERCHANT_CONFIRM_COMPLETE' : 'MERCHANT_RESPONSE',
  details: params.feedback_content,
}))

/** Complaints in the first version of the API: list, query by order, respond. */
export const flow: Flow = {
  actions: {
    [`GET ${prefix}/complaints`]: list,
    [`GET ${prefix}/complaints/{transaction_id}`]: query,
    [`GET ${prefix}/complaints/{transaction_id}/negotiation-historys`]: history,
    [`POST ${prefix}/feedbacks`]: feedback,
  },
}
