import type { FetchSync } from '../options.ts'
import type { RawResponse } from '../raw-response.ts'

/** Sends a request with `fetch` and waits for the head of its response. */
export async function openFetch(
  fetch: typeof globalThis.fetch, request: Parameters<FetchSync>[0], signal: AbortSignal,
): Promise<Response> {
  const { method, url, headers, body, upload } = request
  // A redirect would send the signature to another URL.
  return fetch(url, { method, headers, body: (upload ?? body) || null, redirect: 'manual', signal })
}

/** The headers of a response, with names in lower case. */
export const headersOf = ({ headers }: Response): Record<string, string> => Object.fromEntries(headers)

/** The body of a response, or that it is too large. */
export type ReadBody = Pick<RawResponse, 'cut'> & { body: Uint8Array<ArrayBuffer> }

/**
 * Reads the body of a response, unpacked, and gives up as soon as it is too large.
 *
 * @param maxBodySize in bytes
 */
export async function readBody({ body }: Response, maxBodySize: number): Promise<ReadBody> {
  const chunks: BlobPart[] = []
  const reader = body?.getReader()
  let left = maxBodySize
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    left -= value.length
    // This ends the reading.
    if (left < 0) void reader.cancel()
  }
  return { body: new Uint8Array(await new Blob(chunks).arrayBuffer()), cut: left < 0 }
}

/** Reads a whole response. */
export const readRaw = async (response: Response, maxBodySize: number): Promise<RawResponse> =>
  ({ status: response.status, headers: headersOf(response), ...await readBody(response, maxBodySize) })
