import type { World } from '../../state/world.ts'
import { ledgerEntry } from '../kit/ledger.ts'
import { unfreeze } from '../payment/funds.ts'
import { findOrder, fundsIn, type Order, ownerOf, transaction, withFunds } from '../payment/transaction.ts'

/** A detail of a settlement: a part of an order's money, and who gets it. */
type Detail = { out_settle_detail_no: string, receiver_account: string, amount: { amount: number } }

/** An order of a settlement, with the deductions from its money. */
export type SettleInfo = { out_settle_no: string, transaction_id: string, settle_detail_info_list: Detail[] }

/** The orders of a settlement. */
type Settled = { settle_info_list: SettleInfo[] }

/** Returns the orders of a settlement that a person sold; a lenient sandbox settles others, which move no money. */
async function ordersOf({ settle_info_list }: Settled, world: World) {
  const orders: { order: Order, info: SettleInfo }[] = []
  for (const info of settle_info_list) {
    const order = await findOrder({ transaction_id: info.transaction_id }, world)
    if (order?.individual_auth_id !== undefined) orders.push({ order, info })
  }
  return orders
}

/** Takes the money that waits for the payee out of the orders; returns how much, in cents. */
export async function takeOut(data: Settled, world: World): Promise<number> {
  let total = 0
  for (const { order, info: { transaction_id, out_settle_no } } of await ordersOf(data, world)) {
    const funds = fundsIn(order)
    total += funds.frozen
    await world.save(transaction, withFunds(order, unfreeze(funds)))
    await world.save(ledgerEntry, {
      owner: ownerOf(order, world), account: 'BASIC', time: world.time, business: '个人收款结算', amount: -funds.frozen,
      belongsTo: transaction_id, id: world.number('3029', 28, `settle ${transaction_id}`), number: out_settle_no,
    })
  }
  return total
}

/** Books the fees on the accounts of the merchants that get them; they come from the payee's balance. */
export async function payFees(data: Settled, world: World) {
  const infos = (await ordersOf(data, world)).map(({ info }) => info)
  for (const { transaction_id, settle_detail_info_list: details } of infos) {
    for (const { out_settle_detail_no: number, receiver_account: owner, amount: { amount } } of details) {
      await world.save(ledgerEntry, {
        owner, account: 'BASIC', time: world.time, business: '个人收款扣费', amount, belongsTo: transaction_id,
        id: world.number('3029', 28, `fee ${transaction_id}/${number}`), number,
      })
    }
  }
}
