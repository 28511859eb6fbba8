import { readJson } from '../../values/json.ts'
import { decodePercent } from '../../values/percent.ts'
import type { Members } from './phone-call.ts'

/** Reads JSON, an object of JavaScript, or assignments to members as in Kotlin, Java, Swift and Objective-C. */
export function readMembers(text: string): Members {
  const json = readJson(text)
  if (json !== undefined) return flat(json)
  return { ...readPairs(text, assignment), ...readPairs(text, property) }
}

const value = /@?(?:UInt32\()?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|(\d+))/.source
const property = new RegExp(`(?<!\\w)["']?([A-Za-z_]\\w*)["']?\\s*(?::|=>)\\s*${value}`, 'g')
const assignment = new RegExp(`(?:^|[.\\s{;,])([A-Za-z_]\\w*)\\s*=\\s*${value}`, 'gm')

function readPairs(text: string, pattern: RegExp): Members {
  return Object.fromEntries(Array.from(text.matchAll(pattern), ([, name = '', double, single, template, digits]) => {
    const quoted = double ?? single ?? template
    return [name, quoted === undefined ? Number(digits) : unescape(quoted)]
  }))
}

/** Undoes the escapes that occur in such texts. */
const unescape = (text: string) => text.replace(/\\u([\da-f]{4})|\\(.)/gi, (_, code?: string, character = '') =>
  code ? String.fromCharCode(parseInt(code, 16)) : ({ n: '\n', r: '\r', t: '\t' }[character as string] ?? character))

/** Levels that are read: hostile JSON may have more than the stack. */
const maxDepth = 20

/** Returns the texts and numbers of a value at any depth; the outermost wins. */
function flat(value: unknown, depth = 0): Members {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return {}
  const entries = Object.entries(value)
  const inner = Object.assign({}, ...entries.map(([, item]) => flat(item, depth + 1)).reverse()) as Members
  return { ...inner, ...Object.fromEntries(entries.filter((entry): entry is [string, string | number] =>
    typeof entry[1] === 'string' || typeof entry[1] === 'number')) }
}

/** Reads a query, which may begin with `?` and end with a fragment. */
export const readQuery = (query: string): Members =>
  Object.fromEntries(query.replace(/^\?|#.*$/g, '').split('&').map((pair) => {
    const [name = '', ...rest] = pair.split('=')
    return [name, decodePercent(rest.join('='))]
  }))
