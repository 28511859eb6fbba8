import { ArgumentError } from '../../errors/argument-error.ts'
import type { FetchSync } from '../../options.ts'
import { encodeUtf8 } from '../../utf8.ts'

/** Sends with a synchronous XMLHttpRequest in a dedicated worker and blocks until the response is read. */
export const fetchSync: FetchSync = ({ method, url, headers, body, upload, timeout = Infinity }) => {
  if (typeof XMLHttpRequest === 'undefined') {
    throw new ArgumentError('fetchSync', 'this platform cannot send synchronously; use getAsync, postAsync, …')
  }
  const xhr = new XMLHttpRequest()
  xhr.open(method, url, false)
  xhr.responseType = 'arraybuffer'
  if (timeout !== Infinity) xhr.timeout = timeout
  for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
  // Bytes, since a browser adds a charset to the Content-Type of text.
  xhr.send(upload ?? (body ? encodeUtf8(body) : null))
  // XMLHttpRequest always follows a redirect; its response is refused.
  const redirected = xhr.responseURL !== '' && xhr.responseURL !== url
  return {
    status: redirected ? 0 : xhr.status,
    headers: parseHeaders(xhr.getAllResponseHeaders()),
    body: new Uint8Array(xhr.response),
  }
}

/** Blocks for a time in milliseconds, busily: a browser's worker cannot sleep. */
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
