import type { Authorization } from '@wxpay-live/client/signing'
import { isOfficial, prefixOf } from '../proxy-prefixes.ts'
import type { Arrival, PastedRequest } from '../paste/pasted-request.ts'
import { spellingsOfJson } from '../spellings-of-body.ts'
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
  if (arrived) return [{ ...common, ...arrivedBody(arrived, pasted) }]
  const isBare = ['GET', 'HEAD', 'DELETE'].includes(method)
  const body = pasted.body ?? (isBare ? '' : undefined)
  return [body, ...pasted.otherBodies ?? []].map(body => ({ ...common, body }))
}

/** The path and query that WeChat Pay receives: without the path of a proxy. */
function targetOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined
  const target = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').replace(/#.*$/s, '') || '/'
  const host = /^[a-z]+:\/\/([^/?#]*)/i.exec(url)?.[1]
  return host !== undefined && isOfficial(host) ? target : target.slice(prefixOf(url).length)
}

/** Returns the body that arrived, of which a 401 says the beginning and the length. */
function arrivedBody(
  { message, length }: Arrival, { body, signed, headers }: PastedRequest,
): Partial<SentRequest> {
  const [method = '', target = '', timestamp = '', nonce = '', ...rest] = message.split('\n')
  const start = `${[method, target, timestamp, nonce].join('\n')}\n`
  const beginning = rest.join('\n').replace(/\n$/, '')
  const bytes = length - utf8.encode(start).length - 1
  if (utf8.encode(beginning).length === bytes) return { body: beginning }
  if (headers && body !== undefined) return { body }
  const found = [body, ...similarTo(signed)]
    .find(text => text?.startsWith(beginning) && utf8.encode(text).length === bytes)
  return { body: found, isBodyCut: found === undefined || found !== body }
}

/** Returns the body in a string to sign, and the same JSON written otherwise. */
function similarTo(signed: string | undefined): string[] {
  const lines = signed?.replaceAll('\r\n', '\n').replaceAll('\\n', '\n').split('\n').slice(4)
  const body = lines?.join('\n').replace(/\n$/, '')
  return body === undefined ? [] : [body, ...spellingsOfJson(body)]
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
