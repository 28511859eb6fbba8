import type { World } from '../../state/world.ts'
import { pick } from '../kit/params.ts'
import { sharingOrder } from '../profitsharing/order-operations.ts'
import { returnOrder } from '../profitsharing/return.ts'
import type { Wanted } from './bill.ts'

/** A share of a receiver, or its return, with the members that the columns show. */
export interface Line {
  type: '分账' | '分账回退'
  /** WeChat Pay's number of the share or the return. */
  id: string
  /** The merchant's number of the share or the return. */
  number: string
  finish_time: string
  sub_mchid?: string
  transaction_id: string
  detail_id?: string
  account: string
  /** In cents. */
  amount: number
  description: string
}

/** Returns a day's shares and returns, by time. */
export async function linesOf({ bill_date, sub_mchid }: Wanted, world: World): Promise<Line[]> {
  const [orders, returns] = await Promise.all([world.list(sharingOrder), world.list(returnOrder)])
  const byNumber = new Map(orders.map(order => [order.out_order_no, order]))
  const shared = orders.flatMap(order => order.receivers.map((receiver): Line => ({
    type: '分账', id: order.order_id, number: order.out_order_no,
    ...pick(order, 'sub_mchid', 'transaction_id'),
    ...pick(receiver, 'finish_time', 'detail_id', 'account', 'amount', 'description'),
  })))
  // A return is always of a known share.
  const returned = returns.filter(({ result }) => result === 'SUCCESS').map((item): Line => ({
    type: '分账回退', id: item.return_id, number: item.out_return_no, account: item.return_mchid,
    ...pick(byNumber.get(item.out_order_no)!, 'sub_mchid', 'transaction_id'),
    ...pick(item, 'finish_time', 'amount', 'description'),
  }))
  return [...shared, ...returned]
    .filter(line => line.finish_time.startsWith(bill_date) && (!sub_mchid || line.sub_mchid === sub_mchid))
    .sort((a, b) => a.finish_time.localeCompare(b.finish_time))
}
