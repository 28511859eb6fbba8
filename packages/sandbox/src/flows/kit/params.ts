import { failure } from '../../replies/error-codes.ts'
import { isObject, type JsonObject, member } from '../../values/json.ts'
import { beijingTime } from '../../values/beijing-time.ts'
import type { Kind } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'

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

/** The resource that the first of the parameters names, where the others do not tell of another one. */
export async function locate(
  world: World, kind: Kind, params: JsonObject, ...names: string[]
): Promise<JsonObject | undefined> {
  const name = names.find(name => text(params, name))
  const found = name === undefined ? undefined : await world.find(kind, text(params, name), name)
  return found && kind.within?.some(name => differ(text(params, name), text(found, name))) ? undefined : found
}

const differ = (one: string, other: string) => one !== '' && other !== '' && one !== other

/**
 * What is answered of an unknown key: the API's error where the world is strict, else what is made up for this answer
 * alone, or what the table says. What is made up happened yesterday, so that the same question has the same answer.
 */
export function unknown(
  world: World, kind: Kind, make?: (world: World) => JsonObject,
): JsonObject | undefined {
  if (world.strict) throw failure(kind.missing)
  return make?.({ ...world, time: `${beijingTime(world.now - day).slice(0, 10)}T10:34:56+08:00` })
}

/** In milliseconds. */
const day = 24 * 3_600_000

/**
 * Adds up what the merchant asks for.
 *
 * @throws Refusal 400 where there is none, or one of them is not above zero
 */
export function sum(amounts: number[]): number {
  if (!amounts.length || amounts.some(amount => !(amount > 0))) throw failure(['PARAM_ERROR', '金额须大于 0'])
  return amounts.reduce((total, amount) => total + amount, 0)
}
