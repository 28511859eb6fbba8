import { refusal } from '../../replies/error-codes.ts'
import type { JsonObject } from '../../values/json.ts'

/** Returns the named members, without missing and `null` ones. */
export function pick<Data, Name extends keyof Data>(data: Data, ...names: Name[]): Pick<Data, Name>
export function pick(data: JsonObject, ...names: string[]): object {
  const given = names.filter(name => data[name] !== undefined && data[name] !== null)
  return Object.fromEntries(given.map(name => [name, data[name]]))
}

/** Returns all members except the named and `null` ones. */
export function omit<Data, Name extends keyof Data>(data: Data, ...names: Name[]): Omit<Data, Name>
export function omit(data: JsonObject, ...names: string[]): object {
  const kept = Object.entries(data).filter(([name, value]) => value !== null && !names.includes(name))
  return Object.fromEntries(kept)
}

/**
 * Returns the sum of amounts in a request.
 *
 * @throws Refusal if the list is empty or an amount is not above zero
 */
export function sum(amounts: number[]): number {
  if (!amounts.length || amounts.some(amount => !(amount > 0))) throw refusal(['PARAM_ERROR', '金额须大于 0'])
  return amounts.reduce((total, amount) => total + amount, 0)
}
