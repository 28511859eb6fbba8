import { can, type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { differ, find } from '../kit/find.ts'
import { pick, text } from '../kit/params.ts'

/** A transfer to a user's balance and its states. */
export const transfer: Machine<'confirm' | 'settle' | 'cancel' | 'expire' | 'fail' | 'finish'> = {
  name: 'transfer',
  label: '转账',
  key: ['out_bill_no'],
  aliases: ['transfer_bill_no'],
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

/** Whether the time to confirm has passed. */
const isOverdue = (data: JsonObject, { now }: World) => can(transfer, data, 'expire') && Number(data.expires) <= now

/** Whether the user can still confirm. */
export const isConfirmable = (data: JsonObject, world: World) => can(transfer, data, 'confirm') && !isOverdue(data, world)

/** Returns the transfer with expiry applied; if it fails by that, the merchant is notified. */
export const current = async (data: JsonObject, world: World): Promise<JsonObject> => isOverdue(data, world)
  ? conclude({ ...move(transfer, data, 'expire'), fail_reason: 'OVERDUE_CLOSE' }, world)
  : data

/** Finds a transfer, with expiry applied. */
export async function findTransfer(params: JsonObject, world: World): Promise<JsonObject | undefined> {
  const data = await find(transfer, params, world)
  return data && current(data, world)
}

/** Pays the user, or fails if the transfer was requested in that scenario or names another user than before. */
export async function payOut(data: JsonObject, event: 'confirm' | 'settle', world: World): Promise<JsonObject> {
  const fail_reason = data.fails === true ? 'ACCOUNT_FROZEN' : await isMisnamed(data, world) ? 'NAME_NOT_CORRECT' : ''
  return conclude(fail_reason ? { ...move(transfer, data, 'fail'), fail_reason } : move(transfer, data, event), world)
}

/** Whether the user of an openid got a transfer under another name. */
async function isMisnamed(data: JsonObject, world: World): Promise<boolean> {
  const name = text(data, 'user_name')
  return name !== '' && (await world.list(transfer)).some(paid =>
    paid.state === 'SUCCESS' && paid.openid === data.openid && differ(text(paid, 'user_name'), name))
}

const notifiedMembers = [
  'out_bill_no', 'transfer_bill_no', 'state', 'mch_id', 'mchid', 'sub_mchid', 'transfer_amount', 'openid', 'fail_reason',
  'create_time', 'update_time',
]

/** Stores a transfer in its final state, and notifies the merchant. */
export async function conclude(data: JsonObject, world: World): Promise<JsonObject> {
  const done = { ...data, update_time: world.time }
  await world.save(transfer, done)
  world.notify({
    event_type: 'MCHTRANSFER.BILL.FINISHED',
    summary: '商家转账单据终态通知',
    original_type: 'mch_payment',
    notify_url: text(data, 'notify_url'),
    resource: pick(done, ...notifiedMembers),
  })
  return done
}
