import type { World } from '../../state/world.ts'
import { type Order, transaction } from '../payment/transaction.ts'
import { type Refund, refund } from '../refund/refund.ts'
import type { Wanted } from './bill.ts'

/** A line of the bill: a paid order, or one of its refunds. */
export interface Entry {
  /** The refund itself if its order is unknown. */
  order: Omit<Partial<Order>, 'amount'> & { amount: { total: number } }
  refund?: Refund
}

/** Returns a day's paid orders and refunds, by time. */
export async function entriesOf({ bill_date, sub_mchid }: Wanted, world: World): Promise<Entry[]> {
  const [orders, refunds] = await Promise.all([world.list(transaction), world.list(refund)])
  const byNumber = new Map(orders.map(order => [order.out_trade_no, order]))
  const entries: Entry[] = [
    // A reversed payment is taken back at once.
    ...orders.filter(order => order.trade_state !== 'REVOKED').map(order => ({ order })),
    ...refunds.map(refund => ({ order: byNumber.get(refund.out_trade_no) ?? refund, refund })),
  ]
  return entries
    .filter(entry => timeOf(entry).startsWith(bill_date))
    .filter(({ order }) => !sub_mchid || order.sub_mchid === sub_mchid)
    .sort((a, b) => timeOf(a) < timeOf(b) ? -1 : Number(timeOf(a) > timeOf(b)))
}

/** Returns when the money moved; empty if it has not. */
export const timeOf = ({ order, refund }: Entry) => (refund ?? order).success_time ?? ''
