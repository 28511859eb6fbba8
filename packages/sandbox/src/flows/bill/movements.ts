import type { World } from '../../state/world.ts'
import { ledgerEntry, type Movement, type Owned } from '../kit/ledger.ts'
import { ownerOf } from '../payment/transaction.ts'
import { type Transfer, transfer } from '../transfer/transfer.ts'
import { type Line, linesOf } from './sharing-lines.ts'
import { entriesOf, type Entry } from './trade-entries.ts'

/** The platform pays a refund that it advances, otherwise the owner of the order's money. */
function traded(entry: Entry, world: World): Movement {
  const { order, refund } = entry
  const { transaction_id = '', out_trade_no = '', amount, funds: { frozen = 0 } = {} } = order
  const owner = refund?.amount.advance ? world.mchid : ownerOf(order, world)
  const common = { owner, account: 'BASIC', time: timeOf(entry), belongsTo: transaction_id } as const
  return refund
    ? { ...common, business: '退款', amount: -refund.amount.refund, id: refund.refund_id, number: refund.out_refund_no }
    : { ...common, business: '交易', amount: amount.total, frozen, id: transaction_id, number: out_trade_no }
}

/**
 * Returns when the money moved; empty if it has not. That of a refund leaves the account as soon as it is accepted, whether
 * it reaches the user or not (page 4013071200 of 2026). `PROCESSING` lasts no longer than the request.
 */
function timeOf({ order, refund }: Entry): string {
  if (!refund) return order.success_time ?? ''
  return refund.status === 'SUCCESS' || refund.status === 'ABNORMAL' ? refund.create_time : ''
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
