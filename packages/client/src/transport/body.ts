import { ArgumentError } from '../errors/argument-error.ts'
import type { RequestOptions } from '../options.ts'
import { decodeUtf8 } from '../utf8.ts'
import { stringifyJson } from './json.ts'
import { isUpload, type Multipart, type WriteUpload } from './upload.ts'

/**
 * The body of a request as the text that is signed, empty where there is none; and what is sent where that is another.
 *
 * @throws ArgumentError where both `json` and `body` are given, or one cannot be sent
 */
export function buildBody(
  method: string, { json, body }: RequestOptions, nonce: () => string, writeUpload: WriteUpload | undefined,
): { body: string } | Multipart {
  if (json === undefined && body === undefined) return { body: '' }
  if (json !== undefined && body !== undefined) throw new ArgumentError('body', 'give either json or body, not both')
  const name = json === undefined ? 'body' : 'json'
  if (method === 'GET') throw new ArgumentError(name, 'a GET request has no body; write it as { query: { … } }')
  // In small letters, since those of a Blob's type are.
  if (writeUpload && isUpload(body)) return writeUpload(body, `wxpay-live-${nonce().toLowerCase()}`)
  const text = body === undefined ? stringifyJson(name, json) : textOf(body)
  if (!text.isWellFormed()) throw new ArgumentError(name, 'is not well-formed Unicode')
  return { body: text }
}

function textOf(body: unknown): string {
  if (typeof body === 'string') return body
  if (!(body instanceof ArrayBuffer || body instanceof Uint8Array)) {
    throw new ArgumentError('body', 'expected text, bytes, or an upload as FormData or { meta, file }')
  }
  const text = decodeUtf8(body)
  if (text !== undefined) return text
  throw new ArgumentError('body', 'these bytes are not UTF-8 text; a file is sent as FormData or { meta, file }')
}
