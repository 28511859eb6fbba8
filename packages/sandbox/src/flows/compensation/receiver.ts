import type { World } from '../../state/world.ts'
import { transaction } from '../payment/transaction.ts'

/** Who gets the money: the user of an order, or a merchant. */
export type Receiver = {
  type?: 'MERCHANT' | 'TRANSACTION_USER'
  mch_info?: { mchid?: string, mch_id?: string }
  transaction_info?: { transaction_id: string, type?: 'WXPAY' | 'WXVALUE' }
  user_info?: { sp_openid?: string }
}

/** Returns the merchant that a receiver names, if any. */
export const merchantIn = ({ mch_info = {} }: Receiver) => mch_info.mchid ?? mch_info.mch_id

/** Returns the merchant that gets the money: the named one, or else that of the order; `undefined` for a user. */
export async function merchantOf(receiver: Receiver, world: World): Promise<string | undefined> {
  const { type, transaction_info } = receiver
  const named = merchantIn(receiver)
  if (type === 'TRANSACTION_USER') return undefined
  if (named !== undefined || type === undefined || !transaction_info) return named
  const order = await world.find(transaction, transaction_info.transaction_id, 'transaction_id')
  return order && (order.sub_mchid ?? world.mchid)
}
