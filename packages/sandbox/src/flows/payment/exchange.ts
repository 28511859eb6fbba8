import type { JsonObject } from '../../values/json.ts'

/** What one unit of a currency is in yuan, in hundred-millionths. Others are taken one to one. */
const rates: Record<string, number> = { HKD: 92_000_000, USD: 718_000_000 }

const one = 100_000_000

/** An amount of a currency in fen. */
export const inFen = (amount: number, currency: string) => Math.round(amount * (rates[currency] ?? one) / one)

/** The rate an amount was exchanged at, as answers tell it. */
export const exchangeOf = (currency: string): JsonObject =>
  ({ exchange_rate: { type: 'SETTLEMENT_RATE', rate: rates[currency] ?? one } })
