import type { JsonValue } from '@wxpay-live/compiler/model'
import { isObject, sortMembers } from '../types.ts'

/** The ways in which libraries write the same JSON; none where the text is no JSON. */
export function spellingsOfJson(text: string): string[] {
  try {
    const value = JSON.parse(text) as JsonValue
    const compact = [value, sortMembers(value)].map(value => JSON.stringify(value))
    const spaced = [2, 4, '\t'].map(indent => JSON.stringify(value, null, indent))
    const plain = [...compact, ...spaced, withSpaces(value)]
    const ascii = plain.map(escapeUnicode)
    return [...new Set([...plain, ...ascii, ...[...plain, ...ascii].map(escapeSlashes)])]
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

const escapeUnicode = (text: string) =>
  text.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

const escapeSlashes = (text: string) => text.replaceAll('/', '\\/')

/** The ways in which libraries write the same path and query. */
export function spellingsOfTarget(target: string): string[] {
  const [path = '', ...rest] = target.split('?')
  const query = rest.join('?')
  const decoded = [path, query].map(decode)
  const form = new URLSearchParams(query).toString()
  const strict = Array.from(new URLSearchParams(query), pair => pair.map(encodeURIComponent).join('=')).join('&')
  const loose = encodeURI(decoded[1]!.toWellFormed())
  const queries = [query, decoded[1]!, form, strict, loose, lower(query), upper(query)]
  const paths = [path, decoded[0]!, lower(path), upper(path)]
  const join = (path: string, query: string) => query ? `${path}?${query}` : path
  const all = new Set(paths.flatMap(path => queries.map(query => join(path, query))))
  all.delete(target)
  return [...all]
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
