import { refusal } from '../../replies/error-codes.ts'

/**
 * How the money of one paid order is divided, in cents. The paid total with `subsidy` and `advanced` is always the sum
 * of the other amounts and the receivers' money.
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
  /** Added by the platform, and not returned to it. @default 0 */
  subsidy?: number
  /** Paid to the user by the platform, and not returned to it. @default 0 */
  advanced?: number
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

/** How much to take of which funds, in cents. */
export type Sources = Pick<Funds, 'free' | 'frozen'>

/** Whether the funds hold what a request takes of them. */
export const suffices = (funds: Funds, { free, frozen }: Sources): boolean =>
  free <= funds.free && frozen <= funds.frozen

/**
 * Returns money to the user.
 *
 * @throws Refusal if the funds do not suffice; with the message of page 4012525463 of 2026 if sharing is not over
 */
export function refund(funds: Funds, from: Sources): Funds {
  const { free, frozen } = from
  if (suffices(funds, from)) {
    const refunded = funds.refunded + free + frozen
    return { ...funds, free: funds.free - free, frozen: funds.frozen - frozen, refunded }
  }
  const left = `未分账 ${funds.frozen} 分，可用 ${funds.free} 分，申请 ${free + frozen} 分`
  throw refusal(frozen && !funds.settled
    ? ['INVALID_REQUEST', `申请退款金额大于剩余未分账金额，请等待分账完成后再试：${left}`]
    : ['NOT_ENOUGH', `可退余额不足：${left}`])
}

/** Returns money of the platform to the user; the merchant owes it. */
export const advance = (funds: Funds, amount: number): Funds =>
  ({ ...funds, refunded: funds.refunded + amount, advanced: (funds.advanced ?? 0) + amount })

/** Repays the platform out of the available funds, which must suffice. */
export const repay = (funds: Funds, amount: number): Funds =>
  ({ ...funds, free: funds.free - amount, advanced: (funds.advanced ?? 0) - amount })

/** Returns the money that came in: what the user paid, and what the platform added. */
export const income = (total: number, { subsidy = 0, advanced = 0 }: Funds): number =>
  total + subsidy + advanced

/** Adds money of the platform to the frozen funds. */
export const subsidize = (funds: Funds, amount: number): Funds =>
  ({ ...funds, frozen: funds.frozen + amount, subsidy: (funds.subsidy ?? 0) + amount })

/**
 * Returns a subsidy to the platform.
 *
 * @param from the only funds to take it from. @default the frozen funds first, then the available ones
 * @throws Refusal if they do not suffice
 */
export function returnSubsidy(funds: Funds, amount: number, from?: 'free' | 'frozen'): Funds {
  const frozen = from === 'free' ? 0 : Math.min(funds.frozen, amount)
  const free = from === 'frozen' ? 0 : amount - frozen
  if (free > funds.free || frozen + free < amount) {
    const left = `可用 ${funds.free} 分，不可用 ${funds.frozen} 分`
    throw refusal(['INVALID_REQUEST', `补差回退的出资账户余额不足：${left}，申请 ${amount} 分`])
  }
  return {
    ...funds, frozen: funds.frozen - frozen, free: funds.free - free, subsidy: (funds.subsidy ?? 0) - amount,
  }
}
