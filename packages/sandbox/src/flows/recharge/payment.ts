import type { World } from '../../state/world.ts'
import type { Account, Movement } from '../kit/ledger.ts'
import { omit, sum } from '../kit/params.ts'
import { employee } from './employee.ts'

/** Time to pay a recharge, in milliseconds: seven days. */
export const timeToPay = 7 * 24 * 3_600_000

/** Why a recharge is closed that was not paid in time, in the words of page 4012763057 of 2024. */
export const overdue = '超过时间限制，系统自动关闭充值单'

/** How a recharge is paid. */
export type Channel = 'BANK_TRANSFER' | 'QR_RECHARGE' | 'ONLINE_BANK'

type Payer = { bill_no: string, bank_name: string, bank_card_tail: string, bank_account_name: string }

type Returned = { return_time?: string, return_reason?: string }

/** The payer of a recharge, by its channel. */
export type Payment = {
  bank_transfer_info?: Payer & Returned & { memo: string }
  qr_recharge_info?: { employee_type: 'ADMIN' | 'STAFF', openid: string }
  online_bank_recharge_info?: Payer & Returned & { online_bank_type: 'ONLINE_BANK_TYPE_CORPORATE' }
}

const payer = { bank_name: '招商银行', bank_card_tail: '0301', bank_account_name: '深圳市微风便利店有限公司' }

type Amount = { recharge_amount: { amount?: number, currency?: string } }
type Numbers = { recharge_id: string, out_recharge_no: string }

/**
 * Returns the amount of a request with its currency.
 *
 * @throws Refusal if the amount is not above zero
 */
export const amountOf = ({ recharge_amount: { amount = 0, currency = 'CNY' } }: Amount) =>
  ({ amount: sum([amount]), currency })

/** Returns the bank transfer that pays a recharge. */
export const transferOf = ({ recharge_id, out_recharge_no }: Numbers, { number }: World) =>
  ({ ...payer, bill_no: number('4200', 28, recharge_id), memo: out_recharge_no })

/** Returns the payment of a recharge; a code is scanned by an employee who may, or else by the administrator. */
export async function paymentBy(
  data: Numbers & { sub_mchid: string, recharge_channel: Channel }, world: World,
): Promise<Payment> {
  const { sub_mchid: owner, recharge_channel } = data
  if (recharge_channel === 'BANK_TRANSFER') return { bank_transfer_info: transferOf(data, world) }
  if (recharge_channel === 'ONLINE_BANK') {
    const online_bank_type = 'ONLINE_BANK_TYPE_CORPORATE'
    return { online_bank_recharge_info: { ...omit(transferOf(data, world), 'memo'), online_bank_type } }
  }
  const staff = (await world.list(employee))
    .find(({ sub_mchid, state }) => sub_mchid === owner && state === 'EFFECTIVE')
  return {
    qr_recharge_info: staff
      ? { employee_type: 'STAFF', openid: staff.sp_openid }
      : { employee_type: 'ADMIN', openid: world.number('oUpF8', 28, owner) },
  }
}

type Booked = Numbers & { account_type: Account, recharge_amount: { amount: number } }

/** Returns a paid recharge as the ledger records it. */
export const bookingOf = (
  data: Booked, owner: string, { time }: World,
): Movement => ({
  owner, account: data.account_type, time, business: '充值', amount: data.recharge_amount.amount,
  belongsTo: data.recharge_id, id: data.recharge_id, number: data.out_recharge_no,
})
