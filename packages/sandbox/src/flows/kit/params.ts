import { refusal } from '../../replies/error-codes.ts'
import { isObject, type JsonObject, member } from '../../values/json.ts'

/** Returns a member that is text, else an empty one. */
export const text = (data: JsonObject, name: string) => typeof data[name] === 'string' ? data[name] : ''

/** Returns a member that is an object, else an empty one. */
export function object(data: JsonObject, name: string): JsonObject {
  const value = data[name]
  return isObject(value) ? value : {}
}

/** Returns a number inside an object, such as `total` of `amount`; 0 if it is missing. */
export function amountOf(data: JsonObject, name: string, part: string): number {
  const value = member(data[name], part)
  return typeof value === 'number' ? value : 0
}

/** Returns the objects of a list; empty if the member is not a list. */
export function objects(data: JsonObject, name: string): JsonObject[] {
  const value = data[name]
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** Returns the sum of one member over the objects of a list. */
export const totalOf = (data: JsonObject, list: string, name: string) =>
  objects(data, list).reduce((total, item) => total + Number(item[name] ?? 0), 0)

/** Returns the named members, without missing and `null` ones. */
export const pick = (data: JsonObject, ...names: string[]): JsonObject => Object.fromEntries(
  names.flatMap(name => data[name] === undefined || data[name] === null ? [] : [[name, data[name]]]),
)

/** Returns all members except named and `null` ones. */
export const omit = (data: JsonObject, ...names: string[]): JsonObject =>
  pick(data, ...Object.keys(data).filter(name => !names.includes(name)))

/**
 * Returns the sum of amounts in a request.
 *
 * @throws Refusal if the list is empty or an amount is not above zero
 */
export function sum(amounts: number[]): number {
  if (!amounts.length || amounts.some(amount => !(amount > 0))) throw refusal(['PARAM_ERROR', '金额须大于 0'])
  return amounts.reduce((total, amount) => total + amount, 0)
}
