import type { FetchSync } from '../options.ts'
import type { RawResponse } from '../raw-response.ts'

/** Sends a request with `fetch`; answers once the head of the response is there. */
export async function openFetch(
  fetch: typeof globalThis.fetch, request: Parameters<FetchSync>[0], signal: AbortSignal,
): Promise<Response> {
  const { method, url, headers, body, upload } = request
  // Followed, a redirect would carry the signature to where it was not made for.
  return fetch(url, { method, headers, body: (upload ?? body) || null, redirect: 'manual', signal })
}

/** The headers of a response, their names in lower case. */
export const headersOf = ({ headers }: Response): Record<string, string> => Object.fromEntries(headers)

/** Reads the body of a response to its end. */
export const readBody = async (response: Response): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await response.arrayBuffer())

/** Reads a response to its end. */
export const readRaw = async (response: Response): Promise<RawResponse> =>
  ({ status: response.status, headers: headersOf(response), body: await readBody(response) })
