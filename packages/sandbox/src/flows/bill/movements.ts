import type { World } from '../../state/world.ts'
import { ledgerEntry, type Movement, type Owned } from '../kit/ledger.ts'
import { type Transfer, transfer } from '../transfer/transfer.ts'
import { type Line, linesOf } from './profit-sharing-bill.ts'
import { entriesOf, type Entry, timeOf } from './trade-bill.ts'

/** The platform pays a refund that it advances, otherwise the merchant of the order. */
function traded(entry: Entry, { mchid }: World): Movement {
  const { order: { transaction_id = '', out_trade_no = '', amount, sub_mchid = mchid }, refund } = entry
  const owner = refund?.amount.advance ? mchid : sub_mchid
  const common = { owner, account: 'BASIC', time: timeOf(entry), belongsTo: transaction_id } as const
  return refund
    ? { ...common, business: '退款', amount: -refund.amount.refund, id: refund.refund_id, number: refund.out_refund_no }
    : { ...common, business: '交易', amount: amount.total, id: transaction_id, number: out_trade_no }
}

/** Returns what a share or its return moves on both sides; money that is unfrozen for the payer does not move. */
function shared(line: Line, { mchid }: World): Movement[] {
  const { type, finish_time, amount, transaction_id, id, number } = line
  const { account: receiver, sub_mchid: payer = mchid } = line
  if (receiver === payer) return []
  const common = { account: 'BASIC', time: finish_time, business: type, belongsTo: transaction_id, id, number } as const
  const received = type === '分账' ? amount : -amount
  return [{ ...common, owner: payer, amount: -received }, { ...common, owner: receiver, amount: received }]
}

/**
 * A partner transfers the money of its sub-merchant. Transfers leave the operating account:
 * https://pay.weixin.qq.com/doc/v3/partner/4012081935
 */
const transferred = (data: Transfer, { mchid }: World): Movement => ({
  owner: data.sub_mchid ?? mchid, account: 'OPERATION', time: data.update_time, business: '商家转账', amount: -data.transfer_amount,
  belongsTo: data.transfer_bill_no, id: data.transfer_bill_no, number: data.out_bill_no,
})

/** Returns the movements on the accounts of the merchant, its sub-merchants and the receivers of shares, by time. */
export async function allMovements(world: World): Promise<Movement[]> {
  const everyDay = { bill_date: '' }
  const [entries, lines, transfers, recorded] = await Promise.all([
    entriesOf(everyDay, world), linesOf(everyDay, world), world.list(transfer), world.list(ledgerEntry),
  ])
  return [
    ...entries.map(entry => traded(entry, world)).filter(({ time }) => time),
    ...lines.flatMap(line => shared(line, world)),
    ...transfers.filter(({ state }) => state === 'SUCCESS').map(data => transferred(data, world)),
    ...recorded,
  ].sort((a, b) => a.time.localeCompare(b.time))
}

/** Returns the movements on an account, by time. */
export const movementsOf = async ({ owner, account }: Owned, world: World): Promise<Movement[]> =>
  (await allMovements(world)).filter(movement => movement.owner === owner && movement.account === account)
