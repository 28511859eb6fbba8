import type { JsonValue } from '@wxpay-live/compiler/model'
import { readJson } from '../../values/json.ts'
import { readMoment } from './moment.ts'
import { type PastedMessage, signatureHeaders } from './pasted-message.ts'
import { readJsonMessage } from './read-json-message.ts'

/** Most places in a log line where JSON may begin that are tried. */
const maxStarts = 50

/** Reads a log line that has JSON in it, or names and values. */
export function readLogMessage(text: string): PastedMessage | undefined {
  const found = readEmbedded(text) ?? readNamed(text)
  // Only what comes before the message: its body has times, too.
  const [prefix = ''] = text.split(/\{|wechatpay/i, 1)
  return found && { ...found, received: found.received ?? readMoment(prefix) }
}

function readEmbedded(text: string): PastedMessage | undefined {
  const starts = Array.from(text.matchAll(/[{[]/g), ({ index }) => index).slice(0, maxStarts)
  for (const start of starts) {
    const value = jsonAt(text, start)
    const found = value === undefined ? undefined : readJsonMessage(value)
    if (found && Object.keys(found.headers).length) return found
  }
  return undefined
}

/** Reads the headers by their names, and as the body what follows them or a member of that name. */
function readNamed(text: string): PastedMessage | undefined {
  const headers = Object.fromEntries(signatureHeaders.flatMap((name) => {
    const value = valueOf(text, name)
    return value === undefined ? [] : [[name, value]]
  }))
  if (!('wechatpay-signature' in headers)) return undefined
  const body = bodyOf(text)
  return { headers, ...body !== undefined && { body } }
}

/** Reads a value after its name: in quotes, in brackets, or up to the next name. */
function valueOf(text: string, name: string): string | undefined {
  const start = new RegExp(`${name.replaceAll('-', '[-_]')}["'\\]]*\\s*(?:=>|[=:])\\s*\\[?`, 'i').exec(text)
  if (!start) return undefined
  const rest = text.slice(start.index + start[0].length)
  const quoted = /^"((?:[^"\\]|\\.)*)"|^'([^']*)'/.exec(rest)
  if (quoted) return quoted[1] ?? quoted[2]
  return /^.*?(?=[\],;}]|\s+["'[]?[\w-]+["'\]]?\s*(?:=>|[=:](?!=))|\s*$)/m.exec(rest)?.[0].trim()
}

const bodyName = /\b(?:raw|request|response|notify)?[-_ ]?(?:body|content|payload|data)["'\]]*\s*(?:=>|[=:])\s*/i

function bodyOf(text: string): string | undefined {
  const name = bodyName.exec(text)
  const rest = name ? text.slice(name.index + name[0].length) : text.slice(Math.max(0, text.search(/\{\s*"/)))
  const quoted = /^"(?:[^"\\]|\\.)*"/.exec(rest)?.[0]
  if (quoted) return String(readJson(quoted) ?? quoted.slice(1, -1))
  if (/^['"`]?\(?(?:none|empty|-)?\)?['"`]?\s*$/i.test(rest)) return ''
  const start = rest.search(/[{[]/)
  if (start < 0) return undefined
  return rest.slice(start, endOfJson(rest, start) ?? rest.trimEnd().length)
}

function jsonAt(text: string, start: number): JsonValue | undefined {
  const end = endOfJson(text, start)
  return end === undefined ? undefined : readJson(text.slice(start, end))
}

/** Returns where the brackets that open at `start` are closed; `undefined` if they are not. */
function endOfJson(text: string, start: number): number | undefined {
  let depth = 0
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]]/g
  tokens.lastIndex = start
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    if (/^[{[]$/.test(token[0])) depth++
    if (/^[}\]]$/.test(token[0]) && --depth === 0) return tokens.lastIndex
  }
  return undefined
}
