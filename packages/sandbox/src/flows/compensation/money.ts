import type { World } from '../../state/world.ts'
import { availableOf } from '../fund/balance.ts'
import { type Account, ledgerEntry, type Movement } from '../kit/ledger.ts'
import type { Bill } from './compensation.ts'
import { kinds } from './kinds.ts'
import { merchantOf } from './receiver.ts'

/** Returns the account that pays a compensation. */
function payerOf({ kind, business_type, sub_mchid, sponsor_mchid }: Bill, { mchid }: World) {
  const isOfDeposit = business_type?.startsWith('DEPOSIT') ?? true
  const account: Account = isOfDeposit ? kinds[kind] : 'OPERATION'
  return { owner: sub_mchid ?? sponsor_mchid ?? mchid, account }
}

/** Returns what a compensation moves, as the ledger records it. */
const movementOf = ({ bill_id, out_bill_no, amount }: Bill, { time }: World): Omit<Movement, 'owner' | 'account'> =>
  ({ business: '赔付', time, amount, belongsTo: bill_id, id: bill_id, number: out_bill_no })

/** Whether the account that pays holds the money. */
export const canPay = async (bill: Bill, world: World) =>
  await availableOf(payerOf(bill, world), world) >= bill.amount

/** Takes the money out of the account that pays. */
export const takeOut = (bill: Bill, world: World) =>
  world.save(ledgerEntry, { ...movementOf(bill, world), ...payerOf(bill, world), amount: -bill.amount })

/** Puts the money back, if it was taken out. */
export async function putBack(bill: Bill, world: World) {
  if (!await world.find(ledgerEntry, bill.bill_id)) return
  await world.save(ledgerEntry, {
    ...movementOf(bill, world), ...payerOf(bill, world), business: '赔付退回', id: `${bill.bill_id}R`,
  })
}

/** Books the money on the basic account of the merchant that gets it; a user's money leaves the accounts. */
export async function payIn(bill: Bill, world: World) {
  const owner = await merchantOf(bill.receiver, world)
  if (owner === undefined) return
  await world.save(ledgerEntry, { ...movementOf(bill, world), owner, account: 'BASIC', id: `${bill.bill_id}I` })
}
