import type { World } from '../../state/world.ts'
import type { Movement } from '../kit/ledger.ts'
import { transaction } from '../payment/transaction.ts'
import type { Bill, Wanted } from './bill.ts'
import { fundFlowBill } from './fund-flow-bill.ts'
import { allMovements } from './movements.ts'

/** Returns a day's movements on all accounts of the sub-merchants, which are the merchants of the platform's orders. */
async function entriesOf({ bill_date }: Wanted, world: World): Promise<Movement[]> {
  const orders = await world.list(transaction)
  const owners = new Set(orders.map(({ sub_mchid }) => sub_mchid))
  const movements = await allMovements(world)
  return movements.filter(({ owner, time }) => owners.has(owner) && time.startsWith(bill_date))
}

/** The fund flow bill of all sub-merchants of a platform. */
export const subMerchantsBill: Bill<Movement> = { ...fundFlowBill, entries: entriesOf }
