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

/** Reads the whole body of a response. */
export const readBody = async (response: Response): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await response.arrayBuffer())

/** Reads a whole response. */
export const readRaw = async (response: Response): Promise<RawResponse> =>
  ({ status: response.status, headers: headersOf(response), body: await readBody(response) })
