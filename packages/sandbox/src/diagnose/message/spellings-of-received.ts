import type { JsonValue } from '@wxpay-live/compiler/model'
import { isObject, type JsonObject, readJson } from '../../values/json.ts'
import { encodeGbk } from '../gbk.ts'
import { spellingsOfJson } from '../spellings-of-body.ts'

/** The members of a notification in the order in which WeChat Pay writes them. */
const order = [
  'id', 'create_time', 'resource_type', 'event_type', 'summary', 'resource',
  'original_type', 'algorithm', 'ciphertext', 'associated_data', 'nonce',
]

/** Returns what WeChat Pay may have written, if a body was parsed and written again. */
export function originalsOf(body: string): string[] {
  const value = readJson(body.replace(/^\ufeff/, ''))
  const ordered = value === undefined ? [] : [JSON.stringify(inOrder(value))]
  const ends = [body.replace(/^\ufeff/, ''), body.trim(), body.replaceAll('\r\n', '\n'), body.replace(/\r?\n$/, '')]
  return [...new Set([...ends, ...ordered, ...spellingsOfJson(body)])].filter(text => text !== body)
}

/** Returns the bytes of a body that was read in another character set. */
export function originalBytesOf(body: string): Uint8Array<ArrayBuffer>[] {
  if (!/[^\0-\x7f]/.test(body)) return []
  const isLatin1 = /^[\0-\xff]*$/.test(body)
  return [...isLatin1 ? [Uint8Array.from(body, character => character.charCodeAt(0))] : [], encodeGbk(body)]
}

function inOrder(value: JsonValue): JsonValue {
  if (!isObject(value)) return value
  const names = Object.keys(value)
  const known = order.filter(name => names.includes(name))
  const sorted = [...known, ...names.filter(name => !known.includes(name))]
  return Object.fromEntries(sorted.map(name => [name, inOrder(value[name]!)])) satisfies JsonObject
}
