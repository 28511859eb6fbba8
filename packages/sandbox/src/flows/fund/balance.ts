import { refusal } from '../../replies/error-codes.ts'
import type { Refusal } from '../../replies/refusal.ts'
import type { World } from '../../state/world.ts'
import { movementsOf } from '../bill/movements.ts'
import { ledgerEntry, type Movement, type Owned } from '../kit/ledger.ts'

/** The balance of an account in a lenient sandbox before its first movement, in cents. */
const opening = 1_000_000

/** Returns the balance of an account, now or at the end of a day, in cents. */
export const balanceOf = async (owned: Owned, world: World, date?: string) =>
  balanceIn(await movementsOf(owned, world), world, date)

/**
 * Returns the balance of an account with these movements. Money that is frozen now counts as frozen since its payment, a
 * subsidy since it arrived.
 */
export function balanceIn(movements: Movement[], world: Pick<World, 'strict'>, date = '9999-12-31') {
  const isLater = ({ time }: Movement) => time.slice(0, 10) > date
  const past = movements.filter(item => !isLater(item))
  const frozen = past.reduce((sum, { frozen = 0 }) => sum + frozen, 0)
  const subsidized = sumOf(movements.filter(item => isLater(item) && item.business === '补差'))
  const pending_amount = Math.max(0, frozen - subsidized)
  const total = sumOf(past)
  return { available_amount: (world.strict ? 0 : opening) + total - pending_amount, pending_amount }
}

const sumOf = (movements: Movement[]) => movements.reduce((sum, { amount }) => sum + amount, 0)

/** A withdrawal as the ledger records it; `amount` is positive. */
export type Payout = Omit<Movement, 'business' | 'time'>

/** Returns the available money of an account, in cents. */
export const availableOf = async (owned: Owned, world: World): Promise<number> =>
  (await balanceOf(owned, world)).available_amount

/** Returns the refusal of an amount that an account does not hold. */
export async function lackOf(owned: Owned, amount: number, world: World): Promise<Refusal | undefined> {
  const available = await availableOf(owned, world)
  return amount <= available
    ? undefined
    : refusal(['NOT_ENOUGH', `账户可用余额不足：可用 ${available} 分，申请 ${amount} 分`])
}

/** @throws Refusal if an account does not hold an amount */
export async function requireAvailable(owned: Owned, amount: number, world: World) {
  const lack = await lackOf(owned, amount, world)
  if (lack) throw lack
}

/**
 * Takes money out of an account.
 *
 * @throws Refusal if the account does not hold it
 */
export async function takeOut(payout: Payout, world: World) {
  await requireAvailable(payout, payout.amount, world)
  await world.save(ledgerEntry, { ...payout, business: '提现', time: world.time, amount: -payout.amount })
}

/** Puts the money of a withdrawal back into its account. */
export const putBack = (payout: Payout, world: World) =>
  world.save(ledgerEntry, { ...payout, business: '提现退回', time: world.time, id: `${payout.id}R` })
