import type { Authorization } from '@wxpay-live/client/signing'
import { isOfficial, prefixOf } from '../proxy-prefixes.ts'
import type { Arrival, PastedRequest } from '../paste/pasted-request.ts'
import type { SentRequest } from '../sent-request.ts'

const utf8 = new TextEncoder()

/**
 * Returns the request that WeChat Pay received, by the pasted request and the 401; several if the end of the body is
 * not clear.
 */
export async function sentRequests(
  pasted: PastedRequest, { timestamp, nonce }: Authorization,
): Promise<SentRequest[]> {
  const { headers, signed } = pasted
  // The 401 of another attempt says nothing about this request.
  const arrived = pasted.arrived?.message.includes(`\n${timestamp}\n${nonce}\n`) ? pasted.arrived : undefined
  const [method = pasted.method, target = targetOf(pasted.url)] = arrived?.message.split('\n') ?? []
  if (method === undefined || target === undefined) return []
  const url = pasted.url ?? target
  const type = headers && (headers['content-type'] ?? '')
  const common = { method, url, target, type, signed }
  if (type !== undefined && /^multipart\/form-data\b/i.test(type) && pasted.body !== undefined) {
    return [{ ...common, ...await readUpload(pasted.body, type) }]
  }
  const bodies = arrived
    ? [bodyOf(arrived, pasted)]
    : [pasted.body ?? (method === 'GET' ? '' : undefined), ...pasted.otherBodies ?? []]
  return bodies.map(body => ({ ...common, body }))
}

/** The path and query that WeChat Pay receives: without the path of a proxy. */
function targetOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined
  const target = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').replace(/#.*$/s, '') || '/'
  const host = /^[a-z]+:\/\/([^/?#]*)/i.exec(url)?.[1]
  return host !== undefined && isOfficial(host) ? target : target.slice(prefixOf(url).length)
}

/** Returns the body that arrived, of which a 401 says the beginning and the length. */
function bodyOf({ message, length }: Arrival, { body, signed, headers }: PastedRequest): string | undefined {
  const [method = '', target = '', timestamp = '', nonce = '', ...rest] = message.split('\n')
  const start = `${[method, target, timestamp, nonce].join('\n')}\n`
  const beginning = rest.join('\n').replace(/\n$/, '')
  const bytes = length - utf8.encode(start).length - 1
  if (utf8.encode(beginning).length === bytes) return beginning
  const inString = signed?.split('\n').slice(4).join('\n').replace(/\n$/, '')
  const fits = (text: string | undefined) =>
    text !== undefined && text.startsWith(beginning) && utf8.encode(text).length === bytes
  return [body, inString].find(fits) ?? (headers ? body : undefined)
}

/** The signed part of an upload. In a text field its line ends became LF. */
async function readUpload(body: string, type: string): Promise<Pick<SentRequest, 'body' | 'whole'>> {
  // Loaded when needed: most requests upload nothing.
  const { readMultipart } = await import('../../values/multipart.ts')
  const isUnix = !body.includes('\r\n')
  const text = isUnix ? body.replaceAll('\n', '\r\n') : body
  const meta = readMultipart(utf8.encode(text), type)?.meta
  return { body: isUnix ? meta?.replaceAll('\r\n', '\n') : meta, whole: text }
}
