import { ArgumentError } from '../../errors/argument-error.ts'
import type { FetchSync } from '../../options.ts'

const utf8 = new TextEncoder()

/** Sends with a synchronous XMLHttpRequest, which a dedicated worker has, and blocks until the answer is there. */
export const fetchSync: FetchSync = ({ method, url, headers, body, upload, timeout = Infinity }) => {
  if (typeof XMLHttpRequest === 'undefined') {
    throw new ArgumentError('fetchSync', 'this platform cannot wait for an answer; call what ends in Async')
  }
  const xhr = new XMLHttpRequest()
  xhr.open(method, url, false)
  xhr.responseType = 'arraybuffer'
  if (timeout !== Infinity) xhr.timeout = timeout
  for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
  // Bytes, since text would have a charset added to its Content-Type.
  xhr.send(upload ?? (body ? utf8.encode(body) : null))
  // No option keeps this API from following a redirect; its answer is at least not taken.
  const redirected = xhr.responseURL !== '' && xhr.responseURL !== url
  return {
    status: redirected ? 0 : xhr.status,
    headers: parseHeaders(xhr.getAllResponseHeaders()),
    body: new Uint8Array(xhr.response),
  }
}

/** Blocks for so many milliseconds; a browser's worker has nothing to sleep on. */
export function pause(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

function parseHeaders(lines: string): Record<string, string> {
  return Object.fromEntries(lines.split('\r\n').filter(Boolean).map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  }))
}
