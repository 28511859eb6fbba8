import type { JsonValue } from '@wxpay-live/compiler/model'
import { isObject, sortMembers } from '../values/json.ts'

/** The ways in which libraries write the same JSON; none where the text is no JSON. */
export function spellingsOfJson(text: string): string[] {
  try {
    const value = JSON.parse(text.trim()) as JsonValue
    const compact = [value, sortMembers(value)].map(value => JSON.stringify(value))
    const spaced = [2, 4, '\t'].map(indent => JSON.stringify(value, null, indent))
    const plain = [...compact, ...spaced, withSpaces(value)]
    const ascii = plain.flatMap(text => letterCases.map(letters => escapeUnits(text, /[^\0-\x7f]/g, letters)))
    const escaped = [...plain, ...ascii].flatMap(text =>
      [text, text.replaceAll('/', '\\/'), escapeUnits(text, /[&<>]/g), escapeUnits(text, /[&<>=']/g)])
    // To `trim` a byte order mark is white space.
    return [...new Set([text.trim(), `\ufeff${text}`, `${text}\n`, ...escaped])]
  } catch {
    return []
  }
}

/** As Python's `json.dumps` does: a space after each comma and colon. */
function withSpaces(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(withSpaces).join(', ')}]`
  if (!isObject(value)) return JSON.stringify(value)
  return `{${Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${withSpaces(item)}`).join(', ')}}`
}

const letterCases = ['lower', 'upper'] as const

/** Python and PHP escape what is not ASCII, Go what HTML has a use for, Java's Gson equals signs and apostrophes too. */
function escapeUnits(text: string, units: RegExp, letters: typeof letterCases[number] = 'lower'): string {
  return text.replace(units, (unit) => {
    const code = unit.charCodeAt(0).toString(16).padStart(4, '0')
    return `\\u${letters === 'upper' ? code.toUpperCase() : code}`
  })
}

/** The ways in which libraries write the same path and query. */
export function spellingsOfTarget(target: string): string[] {
  const [path = '', ...rest] = target.split('?')
  const query = rest.join('?')
  const decoded = [path, query].map(decode)
  const form = new URLSearchParams(query).toString()
  const strict = Array.from(new URLSearchParams(query), pair => pair.map(encodeURIComponent).join('=')).join('&')
  const loose = encodeURI(decoded[1]!.toWellFormed())
  const queries = [query, decoded[1]!, form, strict, loose, lower(query), upper(query), ...ordersOf(query)]
  const paths = [path, decoded[0]!, lower(path), upper(path)]
  const join = (path: string, query: string) => query ? `${path}?${query}` : path
  const all = new Set(paths.flatMap(path => queries.map(query => join(path, query))))
  all.delete(target)
  return [...all]
}

/** The parameters in every other order, where there are few. */
function ordersOf(query: string): string[] {
  const pairs = query.split('&')
  return pairs.length > 4 ? [pairs.toSorted().join('&')] : permutations(pairs).map(pairs => pairs.join('&'))
}

const permutations = (items: string[]): string[][] => items.length < 2
  ? [items]
  : items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map(others => [item, ...others]))

/** What people sign as a body when they send the same as a query. */
export function spellingsOfQuery(query: string): string[] {
  const members = Object.fromEntries(new URLSearchParams(query))
  return query ? [query, ...spellingsOfJson(JSON.stringify(members))] : []
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

const lower = (text: string) => text.replace(/%[\da-f]{2}/gi, escape => escape.toLowerCase())
const upper = (text: string) => text.replace(/%[\da-f]{2}/gi, escape => escape.toUpperCase())
