import { refusal } from '../../replies/error-codes.ts'
import { isObject, type JsonObject, member } from '../../values/json.ts'

/** A member that is text; empty where it is not. */
export const text = (data: JsonObject, name: string) => typeof data[name] === 'string' ? data[name] : ''

/** A number inside an object, such as `total` of `amount`; zero where there is none. */
export function amountOf(data: JsonObject, name: string, part: string): number {
  const value = member(data[name], part)
  return typeof value === 'number' ? value : 0
}

/** The objects of a list; none where it is no list. */
export function objects(data: JsonObject, name: string): JsonObject[] {
  const value = data[name]
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** What the objects of a list come to in one of their members. */
export const totalOf = (data: JsonObject, list: string, name: string) =>
  objects(data, list).reduce((total, item) => total + Number(item[name] ?? 0), 0)

/** The members of those names that are there. */
export const pick = (data: JsonObject, ...names: string[]): JsonObject => Object.fromEntries(
  names.flatMap(name => data[name] === undefined || data[name] === null ? [] : [[name, data[name]]]),
)

/** All members but those of these names, and those that are `null`. */
export const omit = (data: JsonObject, ...names: string[]): JsonObject =>
  pick(data, ...Object.keys(data).filter(name => !names.includes(name)))

/**
 * Adds up what the merchant asks for.
 *
 * @throws Refusal 400 where there is none, or one of them is not above zero
 */
export function sum(amounts: number[]): number {
  if (!amounts.length || amounts.some(amount => !(amount > 0))) throw refusal(['PARAM_ERROR', '金额须大于 0'])
  return amounts.reduce((total, amount) => total + amount, 0)
}
