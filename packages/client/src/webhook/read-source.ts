import { ArgumentError } from '../errors/argument-error.ts'
import { WebhookError } from '../errors/webhook-error.ts'
import type { Received } from '../signing/claim.ts'

/** A notification as it arrives: a `Request`, Node's `IncomingMessage`, or headers and the body as it came. */
export type WebhookSource = Request | (AsyncIterable<Uint8Array | string> & { headers: HeaderRecord }) | {
  headers: Headers | HeaderRecord
  /** Never parsed and written again: the signature is that of these very bytes. */
  body: string | Uint8Array | ArrayBuffer
}

/** Headers as Node has them. */
export type HeaderRecord = Record<string, string | string[] | undefined>

/** Far above any notification; keeps a stranger from filling the memory. */
const limit = 1_048_576

/**
 * Reads the headers and the body of a notification, whatever it comes as.
 *
 * @throws ArgumentError where the body is not there as it came
 * @throws WebhookError where it is longer than 1 MiB
 */
export async function readSource(source: WebhookSource): Promise<Received> {
  const { headers, body } = Object(source) as { headers?: unknown, body?: unknown }
  if (typeof headers !== 'object' || headers === null) {
    throw new ArgumentError('headers', 'expected the headers of the notification: Headers or an object')
  }
  return { headers: readHeaders(headers), body: await readBody(source, body) }
}

function readHeaders(headers: object): Record<string, string> {
  const entries: [string, unknown][] = headers instanceof Headers ? [...headers] : Object.entries(headers)
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value ?? '')]))
}

async function readBody(source: unknown, body: unknown): Promise<Uint8Array> {
  if (typeof body === 'string') return new TextEncoder().encode(body)
  if (body instanceof Uint8Array) return body
  if (body instanceof ArrayBuffer) return new Uint8Array(body)
  const stream = body instanceof ReadableStream ? body : source
  if ((source as { bodyUsed?: boolean }).bodyUsed || (source as { readableEnded?: boolean }).readableEnded) {
    throw new ArgumentError('body', 'was read before; hand over its bytes as { headers, body }')
  }
  if (typeof body === 'object' && body !== null && stream === source) {
    throw new ArgumentError('body', 'was parsed before; hand over the text or bytes as they came')
  }
  if (Symbol.asyncIterator in Object(stream)) return collect(stream as AsyncIterable<Uint8Array | string>)
  if (source instanceof Request) return new Uint8Array()
  throw new ArgumentError('body', 'expected the text or bytes as they came')
}

async function collect(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    length += bytes.length
    if (length > limit) throw new WebhookError(`the body is longer than ${limit} bytes`)
    chunks.push(bytes)
  }
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer())
}
