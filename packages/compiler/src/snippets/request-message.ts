import type { JsonValue, Operation } from '../model/index.ts'
import { variablesOf } from '../path/chain.ts'
import { own } from '../record.ts'
import { uploadOf, type Upload } from './options.ts'

/** A request as it goes over the wire, except for its signature. */
export interface RequestMessage {
  /** Scheme and host. */
  origin: string
  /** Path and query, as they are signed. */
  target: string
  /** Without those of the transport. */
  headers: [name: string, value: string][]
  /** JSON; absent where nothing is sent. */
  body?: string
  upload?: Upload
}

/** Writes the example of an operation as one message. */
export function toMessage(operation: Operation): RequestMessage {
  const { path, baseUri = 'https://api.mch.weixin.qq.com/', example: { path: values, query = {}, headers = {}, json } } = operation
  const upload = uploadOf(operation)
  const filled = variablesOf(path).reduce((path, name) => {
    return path.replaceAll(`{${name}}`, encode(own(values, name) ?? ''))
  }, path)
  const { origin, pathname } = new URL(baseUri)
  const parameters = Object.entries(query).flatMap(([name, value]) => (
    [value].flat().map(item => `${encode(name)}=${encode(item)}`)
  ))
  const body = json === undefined ? undefined : JSON.stringify(json, null, 2)
  return {
    origin,
    target: pathname.replace(/\/$/, '') + filled + (parameters.length ? `?${parameters.join('&')}` : ''),
    headers: [
      ['Accept', 'application/json'],
      ...(body === undefined ? [] : [['Content-Type', 'application/json']] as [string, string][]),
      ...Object.entries(headers),
    ],
    ...(body !== undefined && { body }),
    ...(upload && { upload }),
  }
}

/** Percent-encodes all but the unreserved characters of RFC 3986. */
function encode(value: JsonValue): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}
