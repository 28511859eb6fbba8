import { refusal } from '../../replies/error-codes.ts'
import type { Funds, Sources } from '../payment/funds.ts'

/** Money of one account of the merchant in a request, in cents. */
export type Source = { account: 'AVAILABLE' | 'UNAVAILABLE', amount: number }

/** The members of a request that say where the money comes from. */
type Wanted = { amount: { refund: number, from?: Source[] }, funds_account?: string, refund_account?: string }

/**
 * Returns how much of a refund comes from the available and from the frozen money: that which the request names, or else
 * the frozen one until sharing is over (pages 4012476892 and 4015217874 of 2026). `funds_account` precedes one account.
 *
 * @throws Refusal if an account appears twice, the sum is not the refund, or the request may not name two accounts
 */
export function sourcesOf(wanted: Wanted, { settled }: Funds): Sources {
  const { amount: { refund, from = [] }, funds_account } = wanted
  if (from.length > 1) requireTwoAllowed(wanted, settled)
  if (new Set(from.map(({ account }) => account)).size < from.length) {
    throw refusal(['INVALID_REQUEST', '出资账户（amount.from）不能重复'])
  }
  if (!from.length || funds_account === 'AVAILABLE') {
    return settled || funds_account === 'AVAILABLE' ? { available: refund, frozen: 0 } : { available: 0, frozen: refund }
  }
  const of = (wanted: Source['account']) => from.find(({ account }) => account === wanted)?.amount ?? 0
  const [available, frozen] = [of('AVAILABLE'), of('UNAVAILABLE')]
  if (available + frozen === refund) return { available, frozen }
  throw refusal(['INVALID_REQUEST', `各出资账户的金额合计 ${available + frozen} 分，须等于退款金额 ${refund} 分`])
}

function requireTwoAllowed({ funds_account, refund_account }: Wanted, settled: boolean) {
  const reasons = [
    funds_account && '传了 funds_account',
    refund_account === 'REFUND_SOURCE_PARTNER_ADVANCE' && '允许垫付',
    settled && '分账已完结或不分账',
  ].filter(Boolean)
  if (reasons.length) throw refusal(['INVALID_REQUEST', `${reasons.join('、')}时，不能指定两个出资账户（amount.from）`])
}
