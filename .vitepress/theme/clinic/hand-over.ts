import type { Exchange } from '@wxpay-live/runner'

let pending: string | undefined

/** Keeps a request and its response for the clinic, to which the reader goes next. They stay in this page. */
export function handOver({ request, response }: Exchange): void {
  const { method, url, headers, body } = request
  const { pathname, search, host } = new URL(url)
  // The length tells where the body ends and the response begins.
  const length = new TextEncoder().encode(body).length
  pending = [
    `${method} ${pathname}${search} HTTP/1.1`, `Host: ${host}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...body ? [`Content-Length: ${length}`] : [], '', body, response?.body ?? '',
  ].join('\n').trimEnd()
}

/** Returns what was kept, once; `undefined` if nothing was. */
export function takeOver(): string | undefined {
  const text = pending
  pending = undefined
  return text
}
