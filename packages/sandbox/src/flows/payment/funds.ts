import { refusal } from '../../replies/error-codes.ts'

/**
 * How the money of one paid order is divided, in cents. The paid total is always the sum of
 * these amounts and the receivers' money.
 */
export type Funds = {
  /** Frozen until it is shared or unfrozen. */
  frozen: number
  /** Available to the merchant. */
  free: number
  /** Returned to the user. */
  refunded: number
  /** Whether sharing is over. */
  settled: boolean
}

/** Returns the funds of an order that was just paid. */
export const fundsOf = (total: number, sharing: boolean): Funds => sharing
  ? { frozen: total, free: 0, refunded: 0, settled: false }
  : { frozen: 0, free: total, refunded: 0, settled: true }

/**
 * Pays receivers out of the frozen funds.
 *
 * @throws Refusal if sharing is over or the amount is above the frozen funds
 */
export function share(funds: Funds, amount: number): Funds {
  if (funds.settled) throw refusal(['INVALID_REQUEST', '订单未冻结资金或分账已完结，不能再分账'])
  if (amount > funds.frozen) throw refusal(['NOT_ENOUGH', `分账金额不足：待分账 ${funds.frozen} 分，申请 ${amount} 分`])
  return { ...funds, frozen: funds.frozen - amount }
}

/** Ends sharing: the frozen rest becomes available to the merchant. */
export const unfreeze = (funds: Funds): Funds =>
  ({ ...funds, frozen: 0, free: funds.free + funds.frozen, settled: true })

/** Takes money back from a receiver. */
export const takeBack = (funds: Funds, amount: number): Funds => ({ ...funds, free: funds.free + amount })

/**
 * Returns money to the user: first the available funds, then the frozen ones.
 *
 * @throws Refusal if the amount is above both together
 */
export function refund(funds: Funds, amount: number): Funds {
  if (amount > funds.free + funds.frozen) {
    throw refusal(['NOT_ENOUGH', `可退余额不足：可退 ${funds.free + funds.frozen} 分，申请 ${amount} 分`])
  }
  const own = Math.min(funds.free, amount)
  return {
    ...funds,
    free: funds.free - own,
    frozen: funds.frozen - (amount - own),
    refunded: funds.refunded + amount,
  }
}
