import { ArgumentError } from '../errors/argument-error.ts'
import type { RequestOptions } from '../options.ts'
import { decodeUtf8 } from '../utf8.ts'
import { stringifyJson } from './json.ts'
import { isUpload, type Multipart, type WriteUpload } from './upload.ts'

/**
 * The body of a request as the text that is signed, empty by default; for an upload also the multipart body to send.
 *
 * @throws ArgumentError if both `json` and `body` are given, or one cannot be sent
 */
export function buildBody(
  method: string, { json, body }: RequestOptions, nonce: () => string, writeUpload: WriteUpload | undefined,
): { body: string } | Multipart {
  if (json === undefined && body === undefined) return { body: '' }
  if (json !== undefined && body !== undefined) throw new ArgumentError('body', 'use json or body, not both')
  const name = json === undefined ? 'body' : 'json'
  if (method === 'GET') throw new ArgumentError(name, 'a GET request has no body; use { query: { … } }')
  // In lower case, as the type of a Blob is.
  if (writeUpload && isUpload(body)) return writeUpload(body, `wxpay-live-${nonce().toLowerCase()}`)
  const text = body === undefined ? stringifyJson(name, json) : textOf(body)
  if (!text.isWellFormed()) throw new ArgumentError(name, 'is not well-formed Unicode')
  return { body: text }
}

function textOf(body: unknown): string {
  if (typeof body === 'string') return body
  if (!(body instanceof ArrayBuffer || body instanceof Uint8Array)) {
    throw new ArgumentError('body', 'expected text, bytes, FormData or { meta, file }')
  }
  const text = decodeUtf8(body)
  if (text !== undefined) return text
  throw new ArgumentError('body', 'expected bytes of UTF-8 text; send a file as FormData or { meta, file }')
}
