import type { JsonValue } from '@wxpay-live/compiler/model'
import { isObject, sortMembers } from '../values/json.ts'
import { decodePercent } from '../values/percent.ts'

/** Returns the ways in which libraries serialize the same JSON; an empty list if the text is not JSON. */
export function spellingsOfJson(text: string): string[] {
  try {
    const value: JsonValue = JSON.parse(text.trim())
    const compact = [value, sortMembers(value)].map(value => JSON.stringify(value))
    const spaced = [2, 4, '\t'].map(indent => JSON.stringify(value, null, indent))
    const plain = [...compact, ...spaced, withSpaces(value)]
    const ascii = plain.flatMap(text => letterCases.map(letters => escapeUnits(text, /[^\0-\x7f]/g, letters)))
    const escaped = [...plain, ...ascii].flatMap(text =>
      [text, text.replaceAll('/', '\\/'), escapeUnits(text, /[&<>]/g), escapeUnits(text, /[&<>=']/g)])
    // `trim` also removes a byte order mark.
    return [...new Set([text.trim(), `\ufeff${text}`, `${text}\n`, ...escaped])]
  } catch {
    return []
  }
}

/** Serializes like Python's `json.dumps`: with a space after each comma and colon. */
function withSpaces(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(withSpaces).join(', ')}]`
  if (!isObject(value)) return JSON.stringify(value)
  return `{${Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${withSpaces(item)}`).join(', ')}}`
}

const letterCases = ['lower', 'upper'] as const

/** Python and PHP escape non-ASCII characters, Go those special in HTML, Java's Gson also equals signs and apostrophes. */
function escapeUnits(text: string, units: RegExp, letters: typeof letterCases[number] = 'lower'): string {
  return text.replace(units, (unit) => {
    const code = unit.charCodeAt(0).toString(16).padStart(4, '0')
    return `\\u${letters === 'upper' ? code.toUpperCase() : code}`
  })
}

/** Returns the other ways in which libraries encode the same path and query. */
export function spellingsOfTarget(target: string): string[] {
  const [path = '', ...rest] = target.split('?')
  const query = rest.join('?')
  const decodedQuery = decodeForm(query)
  const form = new URLSearchParams(query).toString()
  const strict = Array.from(new URLSearchParams(query), pair => pair.map(encodeURIComponent).join('=')).join('&')
  const loose = encodeURI(decodedQuery.toWellFormed())
  const cases = [lowerEscapes(query), upperEscapes(query)]
  const queries = [query, decodedQuery, form, strict, loose, ...cases, ...ordersOf(query)]
  const paths = [path, decodeForm(path), lowerEscapes(path), upperEscapes(path)]
  const join = (path: string, query: string) => query ? `${path}?${query}` : path
  const all = new Set(paths.flatMap(path => queries.map(query => join(path, query))))
  all.delete(target)
  return [...all]
}

/** Returns the parameters in every order, or only sorted if there are more than four. */
function ordersOf(query: string): string[] {
  const pairs = query.split('&')
  return pairs.length > 4 ? [pairs.toSorted().join('&')] : permutations(pairs).map(pairs => pairs.join('&'))
}

const permutations = (items: string[]): string[][] => items.length < 2
  ? [items]
  : items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map(others => [item, ...others]))

/** Returns what people sign as a body if they send the parameters as a query. */
export function spellingsOfQuery(query: string): string[] {
  const members = Object.fromEntries(new URLSearchParams(query))
  return query ? [query, ...spellingsOfJson(JSON.stringify(members))] : []
}

const decodeForm = (text: string) => decodePercent(text.replaceAll('+', ' '))

const lowerEscapes = (text: string) => text.replace(/%[\da-f]{2}/gi, escape => escape.toLowerCase())
const upperEscapes = (text: string) => text.replace(/%[\da-f]{2}/gi, escape => escape.toUpperCase())
