import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { beijingTime } from '../../values/beijing-time.ts'
import { ledgerEntry } from '../kit/ledger.ts'
import { amountOf, bookingOf, overdue, timeToPay, transferOf } from './payment.ts'

/** A request to recharge an account of the merchant. */
export type Wanted = {
  out_recharge_no: string
  recharge_scene: string
  account_type: 'BASIC' | 'OPERATION' | 'FEES'
  recharge_amount: { amount?: number, currency?: string }
}

/** A recharge of the merchant's own account by bank transfer, as it is stored. */
export type BankTransfer = Wanted & {
  mchid: string
  recharge_id: string
  recharge_state: 'RECHARGING' | 'SUCCESS' | 'CLOSED'
  recharge_amount: { amount: number, currency: string }
  bank_transfer_info?: ReturnType<typeof transferOf>
  accept_time: string
  success_time?: string
}

/** Returns when a recharge expires, in milliseconds since the epoch. */
const expiryOf = ({ accept_time }: BankTransfer) => Date.parse(accept_time) + timeToPay

/** A recharge by bank transfer and its states; one that is not paid in time closes (page 4012763057 of 2024). */
export const bankTransfer: Machine<'pay' | 'expire', BankTransfer> = {
  name: 'bank-transfer-recharge',
  label: '银行转账充值',
  key: ['out_recharge_no'],
  aliases: ['recharge_id'],
  state: 'recharge_state',
  transitions: {
    pay: { from: ['RECHARGING'], to: 'SUCCESS' },
    expire: { from: ['RECHARGING'], to: 'CLOSED' },
  },
  expires: expiryOf,
  missing: ['RESOURCE_NOT_EXISTS', '充值单不存在'],
  used: ['INVALID_REQUEST', '商户充值单号重复：同一单号须用相同的参数'],
}

/** Makes the recharge of a request. */
export const accepted = (params: Wanted, world: World): BankTransfer => ({
  ...params,
  mchid: world.mchid,
  recharge_amount: amountOf(params),
  recharge_id: world.number('3029', 27, params.out_recharge_no),
  recharge_state: 'RECHARGING',
  accept_time: world.time,
})

/** Returns a recharge as a query shows it: one that is closed says why and when. */
export const shown = (data: BankTransfer) => data.recharge_state === 'CLOSED'
  ? { ...data, recharge_state_desc: overdue, close_time: beijingTime(expiryOf(data)) }
  : data

/** Books the transfer on the account. */
export async function pay(data: BankTransfer, world: World): Promise<BankTransfer> {
  const done = {
    ...move(bankTransfer, data, 'pay'), bank_transfer_info: transferOf(data, world), success_time: world.time,
  }
  await world.save(bankTransfer, done)
  await world.save(ledgerEntry, bookingOf(done, world.mchid, world))
  return done
}
