import { ArgumentError } from '../errors/argument-error.ts'
import { WebhookError } from '../errors/webhook-error.ts'
import type { Received } from '../signing/claim.ts'
import { encodeUtf8 } from '../utf8.ts'

/** A received notification: a `Request`, Node's `IncomingMessage`, or its headers and raw body. */
export type WebhookSource = Request | (AsyncIterable<Uint8Array | string> & { headers: HeaderRecord }) | {
  headers: Headers | HeaderRecord
  /** The raw body: its bytes are signed, so parsed JSON cannot be verified. */
  body: string | Uint8Array | ArrayBuffer
}

/** Headers of Node's `IncomingMessage`. */
export type HeaderRecord = Record<string, string | string[] | undefined>

/** Bytes; far above any notification, and keeps a stranger from filling the memory. */
const limit = 1_048_576

/**
 * Reads the headers and the body of a notification in any form.
 *
 * @throws ArgumentError if the body was parsed or read before
 * @throws WebhookError if it is longer than 1 MiB
 */
export async function readSource(source: WebhookSource): Promise<Received> {
  const { headers, body } = Object(source) as { headers?: unknown, body?: unknown }
  if (typeof headers !== 'object' || headers === null) {
    throw new ArgumentError('headers', 'expected the headers of the notification: Headers or an object')
  }
  return { headers: readHeaders(headers), body: await readBody(source as Source, body) }
}

function readHeaders(headers: object): Record<string, string> {
  const entries: Iterable<[string, unknown]> = isIterable(headers) ? headers : Object.entries(headers)
  return Object.fromEntries(Array.from(entries, ([name, value]) => [name.toLowerCase(), String(value ?? '')]))
}

/** Not `instanceof Headers`: frameworks bring their own class. */
const isIterable = (headers: object): headers is Iterable<[string, string]> => Symbol.iterator in headers

const isStream = (value: unknown): value is AsyncIterable<Uint8Array | string> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value

/** The used members of a `Request` and an `IncomingMessage`. */
type Source = Partial<Pick<Request, 'arrayBuffer' | 'bodyUsed'>> & { readableEnded?: boolean }

async function readBody(source: Source, body: unknown): Promise<Uint8Array> {
  if (typeof body === 'string') return encodeUtf8(body)
  if (body instanceof Uint8Array) return body
  if (body instanceof ArrayBuffer) return new Uint8Array(body)
  if (typeof body === 'object' && body !== null && !isStream(body) && !source.arrayBuffer) {
    throw new ArgumentError('body', 'expected text or bytes, got parsed JSON; use the raw body')
  }
  if (source.bodyUsed || source.readableEnded) {
    throw new ArgumentError('body', 'was read before; use { headers, body } with its bytes')
  }
  const stream = isStream(body) ? body : source
  if (isStream(stream)) return collect(stream)
  if (source.arrayBuffer) return new Uint8Array(await source.arrayBuffer())
  throw new ArgumentError('body', 'expected text or bytes')
}

async function collect(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? encodeUtf8(chunk) : chunk
    length += bytes.length
    if (length > limit) throw new WebhookError(`the body is longer than ${limit} bytes`)
    chunks.push(bytes)
  }
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer())
}
