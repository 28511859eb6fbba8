import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { find, unknown } from '../kit/find.ts'
import { amountOf, objects, pick, text } from '../kit/params.ts'
import { findOrder, fundsIn, inventedOrder } from '../payment/transaction.ts'
import { address } from './address-operations.ts'

/** A user's complaint and its states. */
export const complaint: Machine<'respond' | 'complete' | 'continue' | 'refund'> = {
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
export function complaintOf(order: JsonObject, detail: string, world: World): JsonObject {
  const complaint_id = `2002${world.number('', 20, text(order, 'out_trade_no'))}`
  const amount = amountOf(order, 'amount', 'total')
  const data = {
    complaint_id,
    ...pick(order, 'transaction_id', 'sub_mchid'),
    complaint_time: world.time,
    complaint_detail: detail,
    complaint_state: 'PENDING',
    complainted_mchid: text(order, 'sub_mchid') || world.mchid,
    payer_phone: '13800000000',
    complaint_order_info: [{ ...pick(order, 'transaction_id', 'out_trade_no'), amount }],
    incoming_user_response: false,
    problem_description: detail,
    problem_type: 'REFUND',
    apply_refund_amount: amount,
    user_complaint_times: 1,
  }
  return withHistory(data, { operator: '投诉人', operate_type: 'USER_CREATE_COMPLAINT', operate_details: detail }, world)
}

/**
 * Finds a complaint; if the key is unknown, a lenient sandbox invents one.
 *
 * @throws Refusal if the sandbox is strict and the key unknown
 */
export async function findOrInvent(params: JsonObject, world: World): Promise<JsonObject> {
  return await find(complaint, params, world) ?? unknown(world, complaint, yesterday => ({
    ...complaintOf(inventedOrder(pick(params, 'transaction_id'), 100, yesterday), '少了一瓶牛奶', yesterday),
    ...pick(params, 'complaint_id'),
  }))!
}

/** Returns the complaints of the requested days, the latest first; `undefined` if a lenient sandbox has no complaints at all. */
export async function listComplaints(params: JsonObject, world: World): Promise<JsonObject[] | undefined> {
  const all = await world.list(complaint)
  if (!all.length && !world.strict) return undefined
  const day = (data: JsonObject) => text(data, 'complaint_time').slice(0, 10)
  return all
    .filter(data => text(params, 'begin_date') <= day(data) && day(data) <= text(params, 'end_date'))
    .sort((a, b) => text(b, 'complaint_time').localeCompare(text(a, 'complaint_time')))
}

/** Returns the complaint as a query shows it. */
export async function shown(data: JsonObject, world: World): Promise<JsonObject> {
  const order = await findOrder(pick(data, 'transaction_id'), world)
  const isRefunded = order !== undefined && fundsIn(order).refunded === amountOf(order, 'amount', 'total')
  return { ...data, complaint_full_refunded: isRefunded }
}

/** Returns the complaint with one more entry in its history, the latest first. */
export function withHistory(data: JsonObject, entry: JsonObject, { time }: World): JsonObject {
  const history = objects(data, 'history')
  const log_id = `${text(data, 'complaint_id')}${String(history.length + 1).padStart(4, '0')}`
  return { ...data, history: [{ log_id, operate_time: time, ...entry }, ...history] }
}

/** Notifies the merchant's address for complaints. */
export async function notify(event_type: string, action_type: string, data: JsonObject, world: World) {
  const configured = await world.find(address, world.mchid)
  world.notify({
    event_type,
    summary: event_type === 'COMPLAINT.CREATE' ? '产生新投诉' : '投诉状态变化',
    original_type: 'complaint',
    notify_url: text(configured ?? {}, 'url'),
    resource: { complaint_id: text(data, 'complaint_id'), action_type },
  })
}

/** Records a refund in the complaint about its order, if any; a full refund settles the complaint. */
export async function noteRefund({ transaction_id = '' }: JsonObject, world: World) {
  const data = await world.find(complaint, String(transaction_id), 'transaction_id')
  if (!data) return
  const { complaint_full_refunded: isAll } = await shown(data, world)
  const entry = isAll
    ? { operator: '系统', operate_type: 'COMPLAINT_FULL_REFUNDED_SYSTEM_MESSAGE', operate_details: '商户已全额退款' }
    : { operator: '系统', operate_type: 'COMPLAINT_PARTIAL_REFUNDED_SYSTEM_MESSAGE', operate_details: '商户已部分退款' }
  const noted = withHistory(isAll ? move(complaint, data, 'refund') : data, entry, world)
  await world.save(complaint, noted)
  await notify('COMPLAINT.STATE_CHANGE', 'REFUND_SUCCESS', noted, world)
}
