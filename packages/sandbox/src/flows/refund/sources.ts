import { refusal } from '../../replies/error-codes.ts'

/** Money of one account of the merchant in a request, in cents. */
export type Source = { account: 'AVAILABLE' | 'UNAVAILABLE', amount: number }

/**
 * Returns how much of a refund comes from the available and from the frozen funds, if the request says so. The rules are
 * in the table of page 4012476892 of 2026.
 *
 * @throws Refusal if an account appears twice, the sum is not the refund, or `funds_account` says something too
 */
export function sourcesOf(
  { amount, funds_account }: { amount: { refund: number, from?: Source[] }, funds_account?: string },
): { free: number, frozen: number } | undefined {
  const { from = [], refund } = amount
  if (!from.length) return undefined
  if (funds_account !== undefined) throw refusal(['INVALID_REQUEST', 'amount.from 与 funds_account 不能同时传'])
  if (new Set(from.map(({ account }) => account)).size < from.length) {
    throw refusal(['INVALID_REQUEST', '出资账户（amount.from）不能重复'])
  }
  const of = (wanted: Source['account']) => from.find(({ account }) => account === wanted)?.amount ?? 0
  const [free, frozen] = [of('AVAILABLE'), of('UNAVAILABLE')]
  if (free + frozen === refund) return { free, frozen }
  throw refusal(['INVALID_REQUEST', `各出资账户的金额合计 ${free + frozen} 分，须等于退款金额 ${refund} 分`])
}
