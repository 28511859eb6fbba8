/** An exchange rate as responses show it. */
export type ExchangeRate = { type: 'SETTLEMENT_RATE', rate: number }

/** Yuan per unit of a currency, times 10⁸. Other currencies convert one to one. */
const rates: Record<string, number> = { HKD: 92_000_000, USD: 718_000_000 }

const one = 100_000_000

/** Converts an amount of a currency to fen. */
export const inFen = (amount: number, currency: string) => Math.round(amount * (rates[currency] ?? one) / one)

/** Returns the exchange rate of a currency. */
export const exchangeOf = (currency: string): { exchange_rate: ExchangeRate } =>
  ({ exchange_rate: { type: 'SETTLEMENT_RATE', rate: rates[currency] ?? one } })
