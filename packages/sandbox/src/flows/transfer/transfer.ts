import { can, type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { differ, find } from '../kit/find.ts'
import { notify } from '../kit/notify.ts'
import type { Parties } from '../kit/operation.ts'
import { pick } from '../kit/params.ts'

/** What the merchant asks for. */
export type Wanted = Parties & {
  out_bill_no: string
  openid: string
  transfer_amount: number
  transfer_remark: string
  notify_url?: string
  user_name?: string
  transfer_scene_id?: string
  transfer_scene_report_infos?: { info_type: string, info_content: string }[]
  authorization_info?: {
    user_display_name: string
    out_authorization_no: string
    authorization_notify_url: string
  }
}

/** A transfer as it is stored. */
export type Transfer = Wanted & {
  mch_id: string
  transfer_bill_no: string
  state: 'ACCEPTED' | 'WAIT_USER_CONFIRM' | 'SUCCESS' | 'FAIL' | 'CANCELING' | 'CANCELLED'
  fail_reason?: 'ACCOUNT_FROZEN' | 'NAME_NOT_CORRECT' | 'OVERDUE_CLOSE'
  create_time: string
  update_time: string
  /** When the time to confirm is over, in milliseconds since the epoch. */
  expires?: number
  /** Whether the money will not reach the user. */
  fails?: true
}

/** A transfer to a user's balance and its states. */
export const transfer: Machine<'confirm' | 'settle' | 'cancel' | 'expire' | 'fail' | 'finish', Transfer> = {
  name: 'transfer',
  label: '转账',
  key: ['out_bill_no'],
  aliases: ['transfer_bill_no'],
  within: ['sub_mchid'],
  state: 'state',
  transitions: {
    confirm: { from: ['WAIT_USER_CONFIRM'], to: 'SUCCESS' },
    settle: { from: ['ACCEPTED'], to: 'SUCCESS' },
    expire: { from: ['WAIT_USER_CONFIRM'], to: 'FAIL' },
    fail: { from: ['WAIT_USER_CONFIRM', 'ACCEPTED'], to: 'FAIL' },
    cancel: { from: ['WAIT_USER_CONFIRM', 'CANCELING'], to: 'CANCELING' },
    finish: { from: ['CANCELING'], to: 'CANCELLED' },
  },
  missing: ['NOT_FOUND', '转账单不存在'],
  used: ['ALREADY_EXISTS', '商户单号已存在，且与之前的请求参数不一致'],
}

/** Returns what the merchant's page needs to ask the user. */
export const packageOf = ({ out_bill_no }: Pick<Transfer, 'out_bill_no'>) => `affffddafdfafddffda==${out_bill_no}`

/** Whether the time to confirm has passed. */
const isOverdue = (data: Transfer, { now }: World) =>
  can(transfer, data, 'expire') && data.expires !== undefined && data.expires <= now

/** Whether the user can still confirm. */
export const isConfirmable = (data: Transfer, world: World) => can(transfer, data, 'confirm') && !isOverdue(data, world)

/** Returns the transfer with expiry applied; if it fails by that, the merchant is notified. */
export const current = async (data: Transfer, world: World): Promise<Transfer> => isOverdue(data, world)
  ? conclude({ ...move(transfer, data, 'expire'), fail_reason: 'OVERDUE_CLOSE' }, world)
  : data

/** Finds a transfer, with expiry applied. */
export async function findTransfer(params: JsonObject, world: World): Promise<Transfer | undefined> {
  const data = await find(transfer, params, world)
  return data && current(data, world)
}

/** Pays the user, or fails if the transfer was requested in that scenario or names another user than before. */
export async function payOut(data: Transfer, event: 'confirm' | 'settle', world: World): Promise<Transfer> {
  const fail_reason = data.fails ? 'ACCOUNT_FROZEN' : await isMisnamed(data, world) && 'NAME_NOT_CORRECT'
  return conclude(fail_reason ? { ...move(transfer, data, 'fail'), fail_reason } : move(transfer, data, event), world)
}

/** Whether the user of an openid got a transfer under another name. */
async function isMisnamed({ user_name = '', openid }: Transfer, world: World): Promise<boolean> {
  return user_name !== '' && (await world.list(transfer)).some(paid =>
    paid.state === 'SUCCESS' && paid.openid === openid && differ(paid.user_name ?? '', user_name))
}

/** Stores a transfer in its final state, and notifies the merchant. */
export async function conclude(data: Transfer, world: World): Promise<Transfer> {
  const done = { ...data, update_time: world.time }
  await world.save(transfer, done)
  notify(world, 'MCHTRANSFER.BILL.FINISHED', {
    summary: '商家转账单据终态通知',
    original_type: 'mch_payment',
    notify_url: data.notify_url ?? '',
    resource: pick(done, 'out_bill_no', 'transfer_bill_no', 'state', 'mch_id', 'mchid', 'sub_mchid', 'transfer_amount',
      'openid', 'fail_reason', 'create_time', 'update_time'),
  })
  return done
}
