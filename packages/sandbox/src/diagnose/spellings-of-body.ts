import type { JsonValue } from '@wxpay-live/compiler/model'
import { isObject, readJson, sortMembers } from '../values/json.ts'
import { permutations } from './permutations.ts'

/** Maximum number of members of which all orders are tried. */
const maxPermuted = 5

/** Returns the ways in which libraries serialize the same JSON; an empty list if the text is not JSON. */
export function spellingsOfJson(text: string): string[] {
  const value = readJson(text.trim())
  if (value === undefined) return []
  const compact = [value, sortMembers(value), ...ordersOf(value)].map(value => JSON.stringify(value))
  const spaced = [value, sortMembers(value)].flatMap(value =>
    [withSpaces(value), ...[2, 4, '\t'].map(indent => JSON.stringify(value, null, indent))])
  const plain = [text.trim(), ...compact, ...spaced]
  const ascii = plain.flatMap(text => letterCases.map(letters => escapeUnits(text, /[^\0-\x7f]/g, letters)))
  const escaped = [...plain, ...ascii].flatMap(text =>
    [text, text.replaceAll('/', '\\/'), escapeUnits(text, /[&<>]/g), escapeUnits(text, /[&<>=']/g)])
  const numbers = [text.trim(), ...compact.slice(0, 2), ...spaced].flatMap(spellingsOfNumbers)
  // `trim` also removes a byte order mark.
  return [...new Set([...escaped, ...numbers, ...endsOf(text)])].filter(spelling => spelling !== text)
}

/** Returns what people sign as a body if they send the parameters as a form or a query. */
export function spellingsOfForm(form: string): string[] {
  if (!form) return []
  const members = Object.fromEntries(new URLSearchParams(form))
  const typed = Object.fromEntries(
    Object.entries(members).map(([name, text]) => [name, readJson(text) ?? text]))
  const texts = [members, typed].map(members => JSON.stringify(members))
  return [form, ...texts.flatMap(text => [text, ...spellingsOfJson(text)])]
}

/** Returns the JSON text inside a JSON string, and the text as a JSON string. */
export function jsonTexts(text: string): string[] {
  const value = readJson(text)
  if (value === undefined) return []
  const quoted = JSON.stringify(text)
  const inner = typeof value === 'string' ? [value] : []
  return [...inner, quoted, quoted.replaceAll('/', '\\/'), escapeUnits(quoted, /[^\0-\x7f]/g)]
}

/** Whether two texts are the same JSON, whatever the order of members. */
export function isSameJson(one: string, other: string): boolean {
  const [value, otherValue] = [one, other].map(text => readJson(text.trim()))
  if (value === undefined || otherValue === undefined) return false
  return JSON.stringify(sortMembers(value)) === JSON.stringify(sortMembers(otherValue))
}

/** Returns the value with the members of one of its objects in another order. */
function ordersOf(value: JsonValue): JsonValue[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => ordersOf(item).map(other => value.with(index, other)))
  }
  if (!isObject(value)) return []
  const members = Object.entries(value)
  const inside = members.flatMap(([name, item], index) =>
    ordersOf(item).map(other => members.with(index, [name, other])))
  return [...otherOrders(members), ...inside].map(members => Object.fromEntries(members))
}

/** Returns the items in every order, or if there are many, reversed, and with one moved to an end or two swapped. */
function otherOrders<Item>(items: Item[]): Item[][] {
  if (items.length <= maxPermuted) return permutations(items)
  const moved = items.flatMap((item, index) => {
    const others = items.toSpliced(index, 1)
    return [[item, ...others], [...others, item]]
  })
  const swapped = items.flatMap((item, index) => items.slice(index + 1)
    .map((other, offset) => items.with(index, other).with(index + 1 + offset, item)))
  return [items.toReversed(), ...moved, ...swapped]
}

/** Serializes like Python's `json.dumps`: with a space after each comma and colon. */
function withSpaces(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(withSpaces).join(', ')}]`
  if (!isObject(value)) return JSON.stringify(value)
  return `{${Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${withSpaces(item)}`).join(', ')}}`
}

/** Writes whole numbers as doubles, as Gson does with those in a map, or doubles as whole numbers. */
function spellingsOfNumbers(text: string): string[] {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[^"]+/g) ?? []
  const outsideStrings = (change: (token: string) => string) =>
    tokens.map(token => token.startsWith('"') ? token : change(token)).join('')
  const integers = /-?\d+(?![\d.eE])/g
  const count = tokens.flatMap(token => token.startsWith('"') ? [] : token.match(integers) ?? []).length
  const only = (wanted: number) => {
    let index = 0
    return outsideStrings(token => token.replace(integers, number => index++ === wanted ? `${number}.0` : number))
  }
  const singles = count > 1 && count <= 20 ? Array.from({ length: count }, (_, index) => only(index)) : []
  return [
    outsideStrings(token => token.replace(integers, '$&.0')),
    outsideStrings(token => token.replace(integers, '$&.00')),
    outsideStrings(token => token.replace(/(\d)\.0+(?!\d)/g, '$1')),
    ...singles,
  ]
}

/** The text with a byte order mark, or with other line ends. */
const endsOf = (text: string) =>
  [`\ufeff${text}`, text.replaceAll('\r\n', '\n'), text.replaceAll(/\r?\n/g, '\r\n')]

const letterCases = ['lower', 'upper'] as const

/** Python and PHP escape non-ASCII characters, Go those special in HTML, Java's Gson also equals signs and apostrophes. */
function escapeUnits(text: string, units: RegExp, letters: typeof letterCases[number] = 'lower'): string {
  return text.replace(units, (unit) => {
    const code = unit.charCodeAt(0).toString(16).padStart(4, '0')
    return `\\u${letters === 'upper' ? code.toUpperCase() : code}`
  })
}
