import type { FetchSync, RawResponse } from '../options.ts'

/** Sends a request with `fetch` and reads the whole response. */
export async function fetchRaw(
  fetch: typeof globalThis.fetch, { method, url, headers, body }: Parameters<FetchSync>[0],
): Promise<RawResponse & { body: Uint8Array<ArrayBuffer> }> {
  // Followed, a redirect would carry the signature to where it was not made for.
  const response = await fetch(url, { method, headers, body: body || null, redirect: 'manual' })
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  }
}
