import type { JsonObject } from '../../values/json.ts'
import { jsonAt, jsonObjectsIn, jsonStringAt } from '../paste/json-in-text.ts'
import { readMoment } from './moment.ts'
import { type PastedMessage, signatureHeaders } from './pasted-message.ts'
import { readJsonMessage } from './read-json-message.ts'

/** Reads a log line that has JSON in it, or names and values. */
export function readLogMessage(text: string): PastedMessage | undefined {
  const found = readEmbedded(text) ?? readNamed(text)
  // Only what comes before the message: its body has times, too.
  const [prefix = ''] = text.split(/\{|wechatpay/i, 1)
  return found && { ...found, received: found.received ?? readMoment(prefix) }
}

const readEmbedded = (text: string) => jsonObjectsIn(text)
  .map(({ value }) => readJsonMessage(value as JsonObject))
  .find(found => found && Object.keys(found.headers).length > 0)

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
  return /^.*?(?=[\],;}'"]|\s+["'[]?[\w-]+["'\]]?\s*(?:=>|[=:](?!=))|\s*$)/m.exec(rest)?.[0].trim()
}

const bodyName = /\b(?:raw|request|response|notify)?[-_ ]?(?:body|content|payload|data)["'\]]*\s*(?:=>|[=:])\s*/i

function bodyOf(text: string): string | undefined {
  const name = bodyName.exec(text)
  const rest = name ? text.slice(name.index + name[0].length) : text.slice(Math.max(0, text.search(/\{\s*"/)))
  const quoted = jsonStringAt(rest, 0)
  if (quoted !== undefined) return quoted
  if (/^['"`]?\(?(?:none|empty|-)?\)?['"`]?\s*$/i.test(rest)) return ''
  const start = rest.search(/[{[]/)
  return start < 0 ? undefined : jsonAt(rest, start)?.text ?? rest.slice(start).trimEnd()
}
