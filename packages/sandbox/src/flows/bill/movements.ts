import type { World } from '../../state/world.ts'
import { type Transfer, transfer } from '../transfer/transfer.ts'
import type { Wanted } from './bill.ts'
import { type Line, linesOf } from './profit-sharing-bill.ts'
import { entriesOf, type Entry, timeOf } from './trade-bill.ts'

/** A movement of the merchant's funds. */
export interface Movement {
  time: string
  business: '交易' | '退款' | '分账' | '分账回退' | '商家转账'
  /** In cents; negative if the money went out. */
  amount: number
  /** WeChat Pay's number of the order or transfer it belongs to. */
  belongsTo: string
  /** WeChat Pay's number of the movement. */
  id: string
  /** The merchant's number of the movement. */
  number: string
}

function traded(entry: Entry): Movement {
  const { order: { transaction_id = '', out_trade_no = '', amount }, refund } = entry
  const common = { time: timeOf(entry), belongsTo: transaction_id }
  return refund
    ? { ...common, business: '退款', amount: -refund.amount.refund, id: refund.refund_id, number: refund.out_refund_no }
    : { ...common, business: '交易', amount: amount.total, id: transaction_id, number: out_trade_no }
}

const shared = ({ type, finish_time, amount, transaction_id, id, number }: Line): Movement => ({
  time: finish_time, business: type, amount: type === '分账回退' ? amount : -amount, belongsTo: transaction_id, id, number,
})

const transferred = (data: Transfer): Movement => ({
  time: data.update_time, business: '商家转账', amount: -data.transfer_amount,
  belongsTo: data.transfer_bill_no, id: data.transfer_bill_no, number: data.out_bill_no,
})

/** Returns a day's movements of the merchant's funds, or of one sub-merchant's, by time. */
export async function movementsOf(wanted: Wanted, world: World): Promise<Movement[]> {
  const { bill_date, sub_mchid: owner = world.mchid } = wanted
  const lines = await linesOf(wanted, world)
  const transfers = owner === world.mchid ? await world.list(transfer) : []
  return [
    ...(await entriesOf(wanted, world)).map(traded),
    // Money that is unfrozen for the owner does not move.
    ...lines.filter(({ account }) => account !== owner).map(shared),
    ...transfers.filter(({ state }) => state === 'SUCCESS').map(transferred).filter(({ time }) => time.startsWith(bill_date)),
  ].sort((a, b) => a.time.localeCompare(b.time))
}
