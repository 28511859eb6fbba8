import type { JsonObject } from '../../values/json.ts'

/** Yuan per unit of a currency, times 10⁸. Other currencies convert one to one. */
const rates: Record<string, number> = { HKD: 92_000_000, USD: 718_000_000 }

const one = 100_000_000

/** Converts an amount of a currency to fen. */
export const inFen = (amount: number, currency: string) => Math.round(amount * (rates[currency] ?? one) / one)

/** Returns the exchange rate as responses show it. */
export const exchangeOf = (currency: string): JsonObject =>
  ({ exchange_rate: { type: 'SETTLEMENT_RATE', rate: rates[currency] ?? one } })
