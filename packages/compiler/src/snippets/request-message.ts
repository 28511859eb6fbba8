import type { Operation } from '../model/index.ts'
import { variablesOf } from '../path/chain.ts'
import { own } from '../record.ts'
import { Code, type Template, type Templates } from './literal.ts'
import { sealRequest, type Sealing } from './sensitive.ts'
import type { Upload } from './upload.ts'

type Header = [name: string, value: string]

const jsonContentType: Header = ['Content-Type', 'application/json']

/** A request as sent, without its signature. */
export interface RequestMessage {
  /** Scheme and host. */
  origin: string
  /** Path and query, encoded as they are signed. */
  target: string
  /** Without the headers of the transport. */
  headers: Header[]
  /** JSON; absent if there is no body. */
  body?: string
  upload?: Upload
}

/** Writes the example of an operation as one message, with code in place of each value to encrypt. */
export function toMessage(operation: Operation, sealing: Sealing): RequestMessage {
  const { path, baseUri = 'https://api.mch.weixin.qq.com/' } = operation
  const { path: values, query = {}, headers = {}, json, upload } = sealRequest(operation, sealing)
  const filled = filledPath(path, values)
  const { origin, pathname } = new URL(baseUri)
  const parameters = Object.entries(query).flatMap(([name, value]) => (
    [value].flat().map(item => `${encode(name)}=${encode(item)}`)
  ))
  const body = json === undefined ? undefined : toJson(json)
  return {
    origin,
    target: pathname.replace(/\/$/, '') + filled + (parameters.length ? `?${parameters.join('&')}` : ''),
    headers: [
      ['Accept', 'application/json'],
      ...(body === undefined ? [] : [jsonContentType]),
      ...Object.entries(headers).map(([name, value]): Header => [name, textOf(value)]),
    ],
    ...(body !== undefined && { body }),
    ...(upload && { upload }),
  }
}

/** Fills the variables of a path template, percent-encoded. */
export function filledPath(path: string, values: Templates): string {
  return variablesOf(path).reduce((path, name) => path.replaceAll(`{${name}}`, encode(own(values, name) ?? '')), path)
}

/** Writes JSON in which code appears as a string. */
export function toJson(value: Template, indent = 2): string {
  return JSON.stringify(value, (_, item: Template) => item instanceof Code ? item.text : item, indent)
}

function textOf(value: Template): string {
  if (value instanceof Code) return value.text
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Percent-encodes everything except the unreserved characters of RFC 3986. */
function encode(value: Template): string {
  if (value instanceof Code) return value.text
  return encodeURIComponent(textOf(value).toWellFormed())
    .replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}
