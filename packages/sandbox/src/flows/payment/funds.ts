import { refusal } from '../../replies/error-codes.ts'

/**
 * Where the money of one paid order is, in cents. What the user paid is always the sum of all parts
 * and of what the receivers hold.
 */
export interface Funds {
  /** Waits to be shared. */
  frozen: number
  /** The merchant's own. */
  free: number
  /** Went back to the user. */
  refunded: number
  /** Whether sharing is over. */
  settled: boolean
}

/** The funds of an order the moment it is paid. */
export const fundsOf = (total: number, sharing: boolean): Funds => sharing
  ? { frozen: total, free: 0, refunded: 0, settled: false }
  : { frozen: 0, free: total, refunded: 0, settled: true }

/** Pays receivers out of what waits to be shared. */
export function share(funds: Funds, amount: number): Funds {
  if (funds.settled) throw refusal(['INVALID_REQUEST', '订单未冻结资金或分账已完结，不能再分账'])
  if (amount > funds.frozen) throw refusal(['NOT_ENOUGH', `分账金额不足：待分账 ${funds.frozen} 分，申请 ${amount} 分`])
  return { ...funds, frozen: funds.frozen - amount }
}

/** Ends sharing: the rest is the merchant's. */
export const unfreeze = (funds: Funds): Funds =>
  ({ ...funds, frozen: 0, free: funds.free + funds.frozen, settled: true })

/** Takes back what a receiver got. */
export const takeBack = (funds: Funds, amount: number): Funds => ({ ...funds, free: funds.free + amount })

/** Gives money back to the user: the merchant's own first, then what waits to be shared. */
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
