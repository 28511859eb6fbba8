import type { JsonValue } from '@wxpay-live/compiler/model'
import { isObject, type JsonObject, readJson } from '../../values/json.ts'
import { encryptedIn } from './encrypted-resource.ts'
import { momentOf } from './moment.ts'
import type { PastedMessage } from './pasted-message.ts'

const bodyNames = [
  'body', 'rawbody', 'bodytext', 'bodystring', 'content', 'data', 'payload', 'text', 'responsebody', 'requestbody',
]
const timeNames = ['receivedat', 'received', 'time', 'ts', 'datetime', '@timestamp', 'timestamp', 'date', 'at']

/** Names of the parts in the parameters of SDKs that verify, such as `RequestParam` of wechatpay-java. */
const partNames: Record<string, string> = {
  timestamp: 'wechatpay-timestamp', wechatpaytimestamp: 'wechatpay-timestamp',
  nonce: 'wechatpay-nonce', noncestr: 'wechatpay-nonce', wechatpaynonce: 'wechatpay-nonce',
  serial: 'wechatpay-serial', serialno: 'wechatpay-serial', serialnumber: 'wechatpay-serial',
  wechatpayserial: 'wechatpay-serial',
  signature: 'wechatpay-signature', wechatpaysignature: 'wechatpay-signature',
}

/** Reads a message from JSON: a log entry, headers and body, a notification's body, or only its resource. */
export function readJsonMessage(value: JsonValue): PastedMessage | undefined {
  const found = withHeaders(value) ?? withParts(value)
  if (found) return { ...found, received: receivedIn(value) ?? momentOf(found.headers.date) }
  const [resource] = encryptedIn(value)
  if (!resource) return undefined
  return isObject(value) && 'ciphertext' in value
    ? { headers: {}, resource }
    : { headers: {}, body: JSON.stringify(value), isParsed: true }
}

/** Levels of a log entry that are searched: hostile JSON may have more than the stack. */
const maxDepth = 20

/** Finds headers at any depth, with the body beside them. */
function withHeaders(value: JsonValue, owner?: JsonObject, depth = 0): PastedMessage | undefined {
  if (depth > maxDepth) return undefined
  if (typeof value === 'string') return withHeaders(textHeaders(value), owner, depth + 1)
  const headers = headersOf(value)
  if (Object.keys(headers).some(name => name.startsWith('wechatpay-'))) {
    return { headers, ...bodyOf(isObject(value) ? { ...value, ...owner } : owner ?? {}) }
  }
  if (!isObject(value)) return undefined
  const inner = { ...owner, ...value }
  const found = Object.values(value).map(item => withHeaders(item, inner, depth + 1))
  return found.find(message => message !== undefined)
}

/** Reads headers that a log keeps as a string of JSON. */
const textHeaders = (text: string) => (/wechatpay-/i.test(text) ? readJson(text) : undefined) ?? null

/** Finds the parts of a signature without their header names. */
function withParts(value: JsonValue): PastedMessage | undefined {
  if (!isObject(value)) return undefined
  const parts = Object.entries(value).flatMap(([name, part]) => {
    const header = partNames[plainName(name)]
    return header === undefined || typeof part === 'object' ? [] : [[header, String(part)] as const]
  })
  const headers = Object.fromEntries(parts)
  const names = ['wechatpay-timestamp', 'wechatpay-nonce', 'wechatpay-signature']
  const isMessage = names.every(name => name in headers) && !('method' in value) && !('package' in value)
  const content = bodyOf(value)
  return isMessage && content.body !== undefined ? { headers, ...content } : undefined
}

/** Headers as an object, of texts or of lists of them, or as a list; with names in lower case. */
const headersOf = (value: JsonValue): Record<string, string> =>
  Object.fromEntries(pairsOf(value).flatMap(([name, content = null]) => {
    const text = Array.isArray(content) ? content[0] ?? null : content
    const isText = typeof name === 'string' && text !== null && typeof text !== 'object'
    return isText ? [[headerName(name), String(text)]] : []
  }))

/** PHP and Python name a header `HTTP_WECHATPAY_NONCE`. */
const headerName = (name: string) => name.toLowerCase().replace(/^http_/, '').replaceAll('_', '-')

function pairsOf(value: JsonValue): JsonValue[][] {
  if (isObject(value)) return Object.entries(value)
  if (!Array.isArray(value)) return []
  if (value.every(Array.isArray)) return value
  return value.flatMap((name, index) => index % 2 ? [] : [[name, value[index + 1] ?? '']])
}

function bodyOf(owner: JsonObject): Pick<PastedMessage, 'body' | 'isParsed'> {
  const named = valuesOf(owner, bodyNames)
  const text = named.find(value => typeof value === 'string')
  if (typeof text === 'string') return { body: text }
  const parsed = named.find(isObject)
  return parsed ? { body: JSON.stringify(parsed), isParsed: true } : {}
}

const receivedIn = (value: JsonValue) => isObject(value)
  ? valuesOf(value, timeNames).map(momentOf).find(moment => moment !== undefined)
  : undefined

/** Returns the members of these names in the order of the names, however they are spelled. */
const valuesOf = (owner: JsonObject, names: string[]) => names.flatMap(name =>
  Object.entries(owner).flatMap(([other, value]) => plainName(other) === name ? [value] : []))

const plainName = (name: string) => name.toLowerCase().replaceAll(/[-_]/g, '')
