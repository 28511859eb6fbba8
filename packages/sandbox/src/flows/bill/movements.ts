import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { amountOf, text } from '../kit/params.ts'
import { transfer } from '../transfer/transfer.ts'
import { linesOf } from './profit-sharing-bill.ts'
import { entriesOf, type Entry } from './trade-bill.ts'

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

const traded = ({ order, refund }: Entry): Movement => refund
  ? {
      time: text(refund, 'success_time'), business: '退款', amount: -amountOf(refund, 'amount', 'refund'),
      belongsTo: text(order, 'transaction_id'), id: text(refund, 'refund_id'), number: text(refund, 'out_refund_no'),
    }
  : {
      time: text(order, 'success_time'), business: '交易', amount: amountOf(order, 'amount', 'total'),
      belongsTo: text(order, 'transaction_id'), id: text(order, 'transaction_id'), number: text(order, 'out_trade_no'),
    }

function shared(line: JsonObject): Movement {
  const isReturn = line.type === '分账回退'
  return {
    time: text(line, 'finish_time'),
    business: isReturn ? '分账回退' : '分账',
    amount: (isReturn ? 1 : -1) * Number(line.amount ?? 0),
    belongsTo: text(line, 'transaction_id'),
    id: text(line, 'id'),
    number: text(line, 'number'),
  }
}

const transferred = (data: JsonObject): Movement => ({
  time: text(data, 'update_time'), business: '商家转账', amount: -Number(data.transfer_amount),
  belongsTo: text(data, 'transfer_bill_no'), id: text(data, 'transfer_bill_no'), number: text(data, 'out_bill_no'),
})

/** Returns a day's movements of the merchant's funds, or of one sub-merchant's, by time. */
export async function movementsOf(params: JsonObject, world: World): Promise<Movement[]> {
  const owner = text(params, 'sub_mchid') || world.mchid
  const lines = await linesOf(params, world)
  const transfers = owner === world.mchid ? await world.list(transfer) : []
  const isOnDate = ({ time }: Movement) => time.startsWith(text(params, 'bill_date'))
  return [
    ...(await entriesOf(params, world)).map(traded),
    // Money that is unfrozen for the owner does not move.
    ...lines.filter(({ account }) => account !== owner).map(shared),
    ...transfers.filter(({ state }) => state === 'SUCCESS').map(transferred).filter(isOnDate),
  ].sort((a, b) => a.time.localeCompare(b.time))
}
