import { refusal } from '../../replies/error-codes.ts'

/**
 * How the money of one paid order is divided, in cents. The rest of the paid total, `subsidy` and `advanced` is in the
 * account of the merchant, available with its other money.
 */
export type Funds = {
  /** Frozen until it is shared or unfrozen. */
  frozen: number
  /** Paid to receivers, and not taken back. */
  shared: number
  /** Returned to the user. */
  refunded: number
  /** Whether sharing is over. */
  settled: boolean
  /** Added by the platform, and not returned to it. @default 0 */
  subsidy?: number
  /** Paid to the user by the platform, and not returned to it. @default 0 */
  advanced?: number
}

/** Returns the funds of an order that was just paid. */
export const fundsOf = (total: number, isFrozen: boolean): Funds =>
  ({ frozen: isFrozen ? total : 0, shared: 0, refunded: 0, settled: !isFrozen })

/**
 * Pays receivers out of the frozen funds.
 *
 * @throws Refusal if sharing is over or the amount is above the frozen funds
 */
export function share(funds: Funds, amount: number): Funds {
  if (funds.settled) throw refusal(['INVALID_REQUEST', '订单未冻结资金或分账已完结，不能再分账'])
  if (amount > funds.frozen) throw refusal(['NOT_ENOUGH', `分账金额不足：待分账 ${funds.frozen} 分，申请 ${amount} 分`])
  return { ...funds, frozen: funds.frozen - amount, shared: funds.shared + amount }
}

/** Ends sharing: the frozen rest becomes available to the merchant. */
export const unfreeze = (funds: Funds): Funds => ({ ...funds, frozen: 0, settled: true })

/** Takes money back from a receiver; it becomes available to the merchant. */
export const takeBack = (funds: Funds, amount: number): Funds => ({ ...funds, shared: funds.shared - amount })

/** How much to take from where, in cents: from the available money of the account, from the frozen money of the order. */
export interface Sources { available: number, frozen: number }

/** Whether an order and the available money of its account hold what a request takes. */
export const suffices = (funds: Funds, available: number, from: Sources): boolean =>
  from.available <= available && from.frozen <= funds.frozen

/**
 * Returns money to the user.
 *
 * @param available what the account of the merchant has, in cents
 * @throws Refusal if the money does not suffice; with the message of page 4012525463 of 2026 if sharing is not over
 */
export function refund(funds: Funds, available: number, from: Sources): Funds {
  const amount = from.available + from.frozen
  if (suffices(funds, available, from)) {
    return { ...funds, frozen: funds.frozen - from.frozen, refunded: funds.refunded + amount }
  }
  if (from.frozen && !funds.settled) {
    const left = `未分账 ${funds.frozen} 分，申请 ${from.frozen} 分`
    throw refusal(['INVALID_REQUEST', `申请退款金额大于剩余未分账金额，请等待分账完成后再试：${left}`])
  }
  throw refusal(['NOT_ENOUGH', `基本账户余额不足，请充值后重新发起：可用 ${available} 分，申请 ${amount} 分`])
}

/** Returns money of the platform to the user; the merchant owes it. */
export const advance = (funds: Funds, amount: number): Funds =>
  ({ ...funds, refunded: funds.refunded + amount, advanced: (funds.advanced ?? 0) + amount })

/** Repays the platform out of the available money of the account. */
export const repay = (funds: Funds, amount: number): Funds =>
  ({ ...funds, advanced: (funds.advanced ?? 0) - amount })

/** Adds money of the platform to the frozen funds. */
export const subsidize = (funds: Funds, amount: number): Funds =>
  ({ ...funds, frozen: funds.frozen + amount, subsidy: (funds.subsidy ?? 0) + amount })

/**
 * Returns a subsidy to the platform.
 *
 * @param available what the account of the merchant has, in cents
 * @param from the only money to take it from. @default the frozen money first, then the available one
 * @throws Refusal if it does not suffice
 */
export function returnSubsidy(funds: Funds, available: number, amount: number, from?: keyof Sources): Funds {
  const frozen = from === 'available' ? 0 : Math.min(funds.frozen, amount)
  const rest = amount - frozen
  if (rest > (from === 'frozen' ? 0 : available)) {
    const left = `可用 ${available} 分，不可用 ${funds.frozen} 分`
    throw refusal(['INVALID_REQUEST', `补差回退的出资账户余额不足：${left}，申请 ${amount} 分`])
  }
  return { ...funds, frozen: funds.frozen - frozen, subsidy: (funds.subsidy ?? 0) - amount }
}
