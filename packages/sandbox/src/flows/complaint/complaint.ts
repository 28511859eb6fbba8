import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { find, unknown } from '../kit/find.ts'
import { notify } from '../kit/notify.ts'
import type { Resource } from '../kit/operation.ts'
import { pick } from '../kit/params.ts'
import { findOrder, fundsIn, inventedOrder, type PaidOrder } from '../payment/transaction.ts'
import { address } from './address-operations.ts'

/** What users, merchants and the platform do about a complaint. `RERUND` is the API's own spelling. */
type OperateType = 'USER_CREATE_COMPLAINT' | 'USER_CONTINUE_COMPLAINT' | 'MERCHANT_RESPONSE' | 'MERCHANT_CONFIRM_COMPLETE'
  | 'MERCHANT_APPROVE_REFUND' | 'MERCHANT_REFUSE_RERUND'
  | 'COMPLAINT_FULL_REFUNDED_SYSTEM_MESSAGE' | 'COMPLAINT_PARTIAL_REFUNDED_SYSTEM_MESSAGE'

/** An entry of a complaint's history. */
export type Entry = {
  log_id: string
  operator: '投诉人' | '商户' | '系统'
  operate_time: string
  operate_type: OperateType
  operate_details: string
}

/** A complaint as it is stored. */
export type Complaint = {
  complaint_id: string
  transaction_id: string
  sub_mchid?: string
  complaint_time: string
  complaint_detail: string
  complaint_state: 'PENDING' | 'PROCESSING' | 'PROCESSED'
  complainted_mchid: string
  payer_phone: string
  complaint_order_info: { transaction_id: string, out_trade_no: string, amount: number }[]
  incoming_user_response: boolean
  problem_description: string
  problem_type: 'REFUND'
  apply_refund_amount: number
  user_complaint_times: number
  /** The latest entry first. */
  history: Entry[]
}

/** A user's complaint and its states. */
export const complaint: Machine<'respond' | 'complete' | 'continue' | 'refund', Complaint> = {
  name: 'complaint',
  label: '投诉',
  key: ['complaint_id'],
  aliases: ['transaction_id'],
  within: ['complainted_mchid'],
  state: 'complaint_state',
  transitions: {
    respond: { from: ['PENDING', 'PROCESSING'], to: 'PROCESSING' },
    complete: { from: ['PENDING', 'PROCESSING'], to: 'PROCESSED' },
    continue: { from: ['PENDING', 'PROCESSING', 'PROCESSED'], to: 'PENDING' },
    refund: { from: ['PENDING', 'PROCESSING', 'PROCESSED'], to: 'PROCESSED' },
  },
  refusals: { PROCESSED: ['INVALID_REQUEST', '投诉单已处理完成'] },
  missing: ['RESOURCE_NOT_EXISTS', '投诉单不存在'],
  used: ['INVALID_REQUEST', '投诉单已存在'],
}

/** Makes the complaint of a paid order's user. */
export function complaintOf(order: PaidOrder, detail: string, world: World): Complaint {
  const { transaction_id, out_trade_no, sub_mchid, amount: { total: amount } } = order
  const data: Complaint = {
    complaint_id: `2002${world.number('', 20, out_trade_no)}`,
    ...pick(order, 'transaction_id', 'sub_mchid'),
    complaint_time: world.time,
    complaint_detail: detail,
    complaint_state: 'PENDING',
    complainted_mchid: sub_mchid ?? world.mchid,
    payer_phone: '13800000000',
    complaint_order_info: [{ transaction_id, out_trade_no, amount }],
    incoming_user_response: false,
    problem_description: detail,
    problem_type: 'REFUND',
    apply_refund_amount: amount,
    user_complaint_times: 1,
    history: [],
  }
  return withHistory(data, { operator: '投诉人', operate_type: 'USER_CREATE_COMPLAINT', operate_details: detail }, world)
}

/** The members of a request that name a complaint. */
export type Keys = { complaint_id?: string, transaction_id?: string }

/**
 * Finds a complaint; if the key is unknown, a lenient sandbox invents one.
 *
 * @throws Refusal if the sandbox is strict and the key unknown
 */
export async function findOrInvent(params: Keys, world: World): Promise<Complaint> {
  return await find(complaint, params, world) ?? unknown(world, complaint, yesterday => ({
    ...complaintOf(inventedOrder(pick(params, 'transaction_id'), 100, yesterday), '少了一瓶牛奶', yesterday),
    ...params.complaint_id !== undefined && { complaint_id: params.complaint_id },
  }))!
}

/** Returns the complaints of the requested days, the latest first; `undefined` if a lenient sandbox has no complaints at all. */
export async function listComplaints(
  { begin_date, end_date }: { begin_date: string, end_date: string }, world: World,
): Promise<Complaint[] | undefined> {
  const all = await world.list(complaint)
  if (!all.length && !world.strict) return undefined
  const day = ({ complaint_time }: Complaint) => complaint_time.slice(0, 10)
  return all
    .filter(data => begin_date <= day(data) && day(data) <= end_date)
    .sort((a, b) => b.complaint_time.localeCompare(a.complaint_time))
}

/** Returns the complaint as a query shows it. */
export async function shown(data: Complaint, world: World) {
  const order = await findOrder(pick(data, 'transaction_id'), world)
  const complaint_full_refunded = order !== undefined && fundsIn(order).refunded === order.amount.total
  return { ...data, complaint_full_refunded }
}

/** Returns the complaint with one more entry in its history. */
export function withHistory(
  data: Complaint, entry: Omit<Entry, 'log_id' | 'operate_time'>, { time }: World,
): Complaint {
  const log_id = `${data.complaint_id}${String(data.history.length + 1).padStart(4, '0')}`
  return { ...data, history: [{ log_id, operate_time: time, ...entry }, ...data.history] }
}

const summaries = { 'COMPLAINT.CREATE': '产生新投诉', 'COMPLAINT.STATE_CHANGE': '投诉状态变化' }

/** Why the merchant is notified. */
export type ActionType = Resource<'COMPLAINT.CREATE'>['action_type']

/** Notifies the merchant's address for complaints. */
export async function notifyOf(
  event: keyof typeof summaries, action_type: ActionType, { complaint_id }: Complaint, world: World,
) {
  const { url: notify_url = '' } = await world.find(address, world.mchid) ?? {}
  notify(world, event, {
    summary: summaries[event], original_type: 'complaint', notify_url, resource: { complaint_id, action_type },
  })
}

/** Records a refund in the complaint about its order, if any; a full refund settles the complaint. */
export async function noteRefund({ transaction_id = '' }: JsonObject, world: World) {
  const data = await world.find(complaint, String(transaction_id), 'transaction_id')
  if (!data) return
  const { complaint_full_refunded: isAll } = await shown(data, world)
  const noted = withHistory(isAll ? move(complaint, data, 'refund') : data, {
    operator: '系统',
    operate_type: isAll ? 'COMPLAINT_FULL_REFUNDED_SYSTEM_MESSAGE' : 'COMPLAINT_PARTIAL_REFUNDED_SYSTEM_MESSAGE',
    operate_details: isAll ? '商户已全额退款' : '商户已部分退款',
  }, world)
  await world.save(complaint, noted)
  await notifyOf('COMPLAINT.STATE_CHANGE', 'REFUND_SUCCESS', noted, world)
}
