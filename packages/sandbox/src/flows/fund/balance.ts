import { refusal } from '../../replies/error-codes.ts'
import type { World } from '../../state/world.ts'
import { beijingTime } from '../../values/beijing-time.ts'
import { movementsOf, type Owned } from '../bill/movements.ts'
import { ledgerEntry, type Movement } from '../kit/ledger.ts'
import { fundsIn, isPaid, transaction } from '../payment/transaction.ts'

/** The balance of an account in a lenient sandbox before its first movement, in cents. */
const opening = 1_000_000

const day = 24 * 3_600_000

/** The last day whose end is over, such as `2025-01-01`. */
export const yesterday = ({ now }: World) => beijingTime(now - day).slice(0, 10)

/**
 * Returns the balance of an account, now or at the end of a day, in cents. Money that is frozen now counts as frozen
 * since its payment.
 */
export async function balanceOf(owned: Owned, world: World, date = '9999-12-31') {
  const movements = await movementsOf(owned, world)
  const sum = movements.reduce((sum, { time, amount }) => time.slice(0, 10) > date ? sum : sum + amount, 0)
  const pending_amount = owned.account === 'BASIC' ? await frozenOf(owned.owner, world, date) : 0
  return { available_amount: (world.strict ? 0 : opening) + sum - pending_amount, pending_amount }
}

/** Returns the money of a merchant's orders that waits for profit sharing. */
async function frozenOf(owner: string, world: World, date: string): Promise<number> {
  const orders = await world.list(transaction)
  return orders
    .filter(order => isPaid(order) && order.trade_state !== 'REVOKED' && (order.sub_mchid ?? world.mchid) === owner)
    .filter(({ success_time = '' }) => success_time.slice(0, 10) <= date)
    .reduce((sum, order) => sum + fundsIn(order).frozen, 0)
}

/** A withdrawal as the ledger records it; `amount` is positive. */
export type Payout = Omit<Movement, 'business' | 'time'>

/**
 * Takes money out of an account.
 *
 * @throws Refusal if the account does not hold it
 */
export async function takeOut(payout: Payout, world: World) {
  const { available_amount } = await balanceOf(payout, world)
  if (payout.amount > available_amount) {
    throw refusal(['NOT_ENOUGH', `账户可用余额不足：可用 ${available_amount} 分，提现 ${payout.amount} 分`])
  }
  await world.save(ledgerEntry, { ...payout, business: '提现', time: world.time, amount: -payout.amount })
}

/** Puts the money of a withdrawal back into its account. */
export const putBack = (payout: Payout, world: World) =>
  world.save(ledgerEntry, { ...payout, business: '提现退回', time: world.time, id: `${payout.id}R` })
