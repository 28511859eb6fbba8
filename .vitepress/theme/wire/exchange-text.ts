import type { Exchange } from '@wxpay-live/runner'

/** Writes a request and its response as HTTP shows them, to be copied. */
export function exchangeText({ request, response }: Exchange): string {
  const parts = [message(`${request.method} ${request.url}`, request.headers, request.body)]
  if (response) parts.push(message(`HTTP ${response.status}`, response.headers, response.body))
  return parts.join('\n\n')
}

function message(start: string, headers: Record<string, string>, body: string | undefined): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [[start, ...lines].join('\n'), ...body ? [body] : []].join('\n\n')
}
