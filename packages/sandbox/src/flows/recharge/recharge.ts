import { can, type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { find } from '../kit/find.ts'
import { ledgerEntry } from '../kit/ledger.ts'
import { notify } from '../kit/notify.ts'
import type { Resource } from '../kit/operation.ts'
import { omit, pick } from '../kit/params.ts'
import { bookingOf, type Channel, overdue, type Payment, paymentBy } from './payment.ts'

/** A request to recharge an account of a sub-merchant. */
export type Wanted = {
  sub_mchid: string
  out_recharge_no: string
  recharge_scene: 'ECOMMERCE_DEPOSIT' | 'ECOMMERCE_PAYMENT'
  account_type: 'DEPOSIT' | 'OPERATION'
  recharge_amount: { amount?: number, currency?: string }
  notify_url?: string
  available_recharge_channels?: Channel[]
  remark?: string
}

/** A recharge of a sub-merchant as it is stored. */
export type Recharge = Wanted & Payment & {
  recharge_id: string
  recharge_state: 'RECHARGING' | 'SUCCESS' | 'CLOSED'
  recharge_channel: Channel
  recharge_amount: { amount: number, currency: string }
  accept_time: string
  success_time?: string
  close_time?: string
  /** Why it is closed. */
  recharge_state_desc?: string
  /** When its link expires, in milliseconds since the epoch. @default never */
  expires?: number
  /** Whether the next payment goes back to the payer. */
  returns?: boolean
}

/** A recharge of a sub-merchant and its states. */
export const recharge: Machine<'pay' | 'close' | 'expire', Recharge> = {
  name: 'recharge',
  label: '二级商户充值',
  key: ['out_recharge_no'],
  aliases: ['recharge_id'],
  within: ['sub_mchid'],
  state: 'recharge_state',
  transitions: {
    pay: { from: ['RECHARGING'], to: 'SUCCESS' },
    close: { from: ['RECHARGING', 'CLOSED'], to: 'CLOSED' },
    expire: { from: ['RECHARGING'], to: 'CLOSED' },
  },
  refusals: { SUCCESS: ['INVALID_REQUEST', '充值已成功，不能关闭'] },
  missing: ['RESOURCE_NOT_EXISTS', '充值单不存在'],
  used: ['INVALID_REQUEST', '商户充值单号重复：同一单号须用相同的参数'],
}

const isOverdue = (data: Recharge, { now }: World) =>
  can(recharge, data, 'expire') && data.expires !== undefined && data.expires <= now

/** Whether the payer can still pay. */
export const isPayable = (data: Recharge, world: World) => can(recharge, data, 'pay') && !isOverdue(data, world)

/** Finds a recharge; an expired one is closed, and the platform notified. */
export async function findRecharge(params: JsonObject, world: World): Promise<Recharge | undefined> {
  const data = await find(recharge, params, world)
  return data && isOverdue(data, world) ? close(data, 'expire', world) : data
}

/** Why a recharge is closed, in the words of page 4012763057 of 2024. */
const reasons = { close: '平台商户主动关闭充值单', expire: overdue }

/** Closes a recharge, and notifies the platform once. */
export async function close(data: Recharge, event: 'close' | 'expire', world: World): Promise<Recharge> {
  if (data.recharge_state === 'CLOSED') return data
  const recharge_state_desc = reasons[event]
  const done = { ...move(recharge, data, event), recharge_state_desc, close_time: world.time }
  await world.save(recharge, done)
  notifyOf('RECHARGE.CLOSED', '二级商户充值关闭', done, world)
  return done
}

/** Books a payment, or sends it back to the payer if the scenario said so; the platform is notified. */
export async function pay(data: Recharge, world: World): Promise<Recharge> {
  const payment = await paymentBy(data, world)
  const { bank_transfer_info: transfer, online_bank_recharge_info: online } = payment
  if (data.returns && (transfer || online)) return giveBack(data, payment, world)
  const done = { ...move(recharge, data, 'pay'), ...payment, success_time: world.time }
  await world.save(recharge, done)
  await world.save(ledgerEntry, bookingOf(done, done.sub_mchid, world))
  notifyOf('RECHARGE.SUCCESS', '二级商户充值成功', done, world)
  return done
}

/** The payment does not change the state; the next one may succeed. */
async function giveBack(data: Recharge, payment: Payment, world: World): Promise<Recharge> {
  const back = { return_time: world.time, return_reason: '付款户名与商户名称不符' }
  const { bank_transfer_info: transfer, online_bank_recharge_info: online } = payment
  const done: Recharge = {
    ...data,
    returns: false,
    ...transfer && { bank_transfer_info: { ...transfer, ...back } },
    ...online && { online_bank_recharge_info: { ...online, ...back } },
  }
  await world.save(recharge, done)
  const common = {
    ...pick(data, 'sub_mchid', 'out_recharge_no', 'recharge_id'),
    sp_mchid: world.mchid,
    recharge_returned_id: world.number('3029', 27, `${data.recharge_id}/${world.time}`),
  }
  const send = (resource: Resource<'RECHARGE.FUND_RETURNED'>) => notify(world, 'RECHARGE.FUND_RETURNED', {
    summary: '二级商户充值资金退回', original_type: 'recharge', notify_url: data.notify_url ?? '', resource,
  })
  const money = { ...data.recharge_amount, ...back }
  if (transfer) send({ ...common, recharge_channel: 'BANK_TRANSFER', detail: { ...omit(transfer, 'bill_no'), ...money } })
  if (online) send({ ...common, recharge_channel: 'ONLINE_BANK', detail: { ...omit(online, 'bill_no'), ...money } })
  return done
}

function notifyOf(event: 'RECHARGE.SUCCESS' | 'RECHARGE.CLOSED', summary: string, data: Recharge, world: World) {
  notify(world, event, {
    summary,
    original_type: 'recharge',
    notify_url: data.notify_url ?? '',
    resource: { ...omit(data, 'notify_url', 'expires', 'returns'), sp_mchid: world.mchid },
  })
}
