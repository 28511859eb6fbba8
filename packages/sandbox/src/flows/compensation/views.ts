import { pick } from '../kit/params.ts'
import type { Bill } from './compensation.ts'
import { merchantIn } from './receiver.ts'

/** A bill as the responses of a kind show it. */
export type View<Shown> = (bill: Bill) => Shown

const withReceiver = <Shown>(bill: Bill, receiver: Shown) => ({ ...bill, receiver_detail: { receiver } })

/** A bill for the user of an order. */
export const toUser = (bill: Bill) =>
  withReceiver(bill, { type: 'TRANSACTION_USER' as const, ...pick(bill.receiver, 'transaction_info') })

/** A bill for the user or the merchant of an order. */
export const toEither = (bill: Bill) => withReceiver(bill, pick(bill.receiver, 'type', 'transaction_info'))

/** A bill for a user of whom the request may have the openid. */
export const toShopper = (bill: Bill) => withReceiver(bill, pick(bill.receiver, 'transaction_info', 'user_info'))

/** A bill for a merchant. */
export function toMerchant(bill: Bill) {
  const mchid = merchantIn(bill.receiver)
  const mch_info = mchid !== undefined && { mch_info: { mchid } }
  return withReceiver(bill, { type: 'MERCHANT' as const, ...pick(bill.receiver, 'transaction_info'), ...mch_info })
}

/** A bill for a merchant whose number responses call `mch_id`. */
export function toMerchantById(bill: Bill) {
  const mch_id = merchantIn(bill.receiver)
  return withReceiver(bill, { ...pick(bill.receiver, 'type'), ...mch_id !== undefined && { mch_info: { mch_id } } })
}

/** A bill for a merchant, which no user confirms. */
export function toPaidMerchant(bill: Bill) {
  const { state } = bill
  return { ...toMerchant(bill), state: state === 'SUCCESS' || state === 'CLOSED' ? state : 'ACCEPTED' as const }
}
