import type { PastedRequest } from './pasted-request.ts'

const names = {
  method: /^(?:http)?_?(?:method|verb)$/i,
  url: /^(?:request|full|target)?_?(?:url|uri|path|target|endpoint)$/i,
  base: /^(?:base_?ur[li]|base|origin|host|hostname|authority)$/i,
  query: /^(?:params|query|query_?params|querystring)$/i,
  headers: /^(?:request)?_?headers?$/i,
  body: /^(?:request|raw|post)?_?(?:body|data|payload|content|text|json)$/i,
}

/** What is said of the answer, which has headers and a body too. */
const answers = /^(?:res|resp|response|reply|answer|result|error|err)$/i

/** Reads a request from the members of an object, at any depth: of a log line, of HAR, of axios' `config`. */
export function readJsonRequest(root: object): PastedRequest {
  const members = membersOf(root)
  const text = (name: keyof typeof names) =>
    members.find(([key, value]) => names[name].test(key) && typeof value === 'string')?.[1] as string | undefined
  const headers = members.flatMap(([key, value]) => names.headers.test(key) ? [readHeaders(value)] : [])[0]
  const authorization = members.flatMap(([key, value]) => /^authorization$/i.test(key) ? [firstText(value)] : [])[0]
    ?? headers?.authorization
  const url = urlOf(text('url'), text('base') ?? headers?.host, members.find(([key]) => names.query.test(key))?.[1])
  const body = members.find(([key, value]) => names.body.test(key) && value !== undefined)?.[1]
  const method = text('method')
  return {
    ...method !== undefined && { method: method.toUpperCase() },
    ...url !== undefined && { url },
    ...headers && { headers },
    ...authorization !== undefined && { authorization },
    ...body !== undefined && readBody(body),
  }
}

/** The members of an object and those inside it, outermost first, but of no headers and no answer. */
function membersOf(root: object): [string, unknown][] {
  const found: [string, unknown][] = []
  const objects = [root]
  for (const object of objects) {
    for (const [key, value] of Object.entries(object)) {
      found.push([key, value])
      if (isInside(key, value)) objects.push(...Array.isArray(value) ? value.filter(isObject) : [value])
    }
  }
  return found
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const isInside = (key: string, value: unknown): value is object =>
  isObject(value) && !answers.test(key) && !names.headers.test(key) && !names.body.test(key)

/** Reads headers from an object of texts or lists, from pairs, or from `{name, value}`. */
function readHeaders(value: unknown): Record<string, string> {
  const pairs: [string, unknown][] = Array.isArray(value) ? value.map(pairOf) : Object.entries(Object(value))
  return Object.fromEntries(pairs.map(([name, text]) => [name.toLowerCase(), firstText(text)]))
}

function pairOf(item: unknown): [string, unknown] {
  if (Array.isArray(item)) return [String(item[0]), item[1]]
  if (typeof item === 'string') return [item.split(':', 1)[0]!, item.replace(/^[^:]*:\s*/, '')]
  const { name, key, value }: { name?: unknown, key?: unknown, value?: unknown } = Object(item)
  return [String(name ?? key), value]
}

const firstText = (value: unknown) => String(Array.isArray(value) ? value[0] : value)

function urlOf(url: string | undefined, base: string | undefined, query: unknown): string | undefined {
  if (url === undefined) return undefined
  const isWhole = /^[a-z]+:\/\//i.test(url)
  const origin = base === undefined || isWhole ? '' : /^[a-z]+:\/\//i.test(base) ? base : `https://${base}`
  const whole = origin ? `${origin.replace(/\/$/, '')}${url.startsWith('/') ? '' : '/'}${url}` : url
  const pairs = typeof query === 'object' && query !== null ? Object.entries(query) : []
  const search = new URLSearchParams(pairs).toString()
  return search && !whole.includes('?') ? `${whole}?${search}` : whole
}

function readBody(body: unknown): Pick<PastedRequest, 'body' | 'isBodyParsed'> {
  if (body === null) return { body: '' }
  // HAR has `postData: { mimeType, text }`.
  if (isObject(body) && 'mimeType' in body && 'text' in body) return { body: String(body.text) }
  return typeof body === 'string' ? { body } : { body: JSON.stringify(body), isBodyParsed: true }
}
