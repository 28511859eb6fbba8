import type { PastedRequest } from './pasted-request.ts'

const methods = 'GET|POST|PUT|PATCH|DELETE|HEAD'
const requestLine = new RegExp(`^(?:> )?(${methods}) (\\S+)(?: HTTP/[\\d.]+)?[ \\t]*\\r?$`, 'm')
const pseudoHeader = /^:(method|path|authority|scheme):[ \t]*\n?(\S+)/gm

/** Reads a raw HTTP request: a request line or the pseudo headers of HTTP/2, headers, an empty line, the body. */
export function readRawRequest(text: string): PastedRequest | undefined {
  const line = requestLine.exec(text)
  const pseudo = Object.fromEntries(Array.from(text.matchAll(pseudoHeader), match => match.slice(1)))
  const method = line?.[1] ?? pseudo.method
  const target = line?.[2] ?? pseudo.path
  if (method === undefined || target === undefined) return undefined
  const isVerbose = line?.[0].startsWith('> ') ?? false
  const start = line ? line.index + line[0].length : 0
  const lines = text.slice(start).replace(/^\n/, '')
  const { head, rest } = splitHead(isVerbose ? sentLines(lines) : lines)
  const headers = readHeaders(head)
  const host = headers.host ?? pseudo.authority
  const { authorization } = headers
  return {
    method,
    url: target.startsWith('/') && host !== undefined ? `https://${host}${target}` : target,
    headers,
    ...authorization !== undefined && { authorization },
    ...isVerbose && method !== 'GET' ? {} : readBody(method, headers, rest),
  }
}

/** Reads headers without a request line, and the body below them. */
export function readHeadersAndBody(text: string): PastedRequest | undefined {
  const { head, rest } = splitHead(text.trimStart())
  const headers = readHeaders(head)
  const { authorization } = headers
  if (authorization === undefined) return undefined
  return { headers, authorization, ...rest.trim() && readBody('POST', headers, rest) }
}

/** The lines that curl's `-v` marks as sent. */
const sentLines = (text: string) =>
  text.split('\n').flatMap(line => line.startsWith('>') ? [line.replace(/^> ?/, '')] : []).join('\n')

function splitHead(text: string): { head: string, rest: string } {
  const end = /\r?\n\r?\n/.exec(`\n${text}`)
  if (!end) return { head: text, rest: '' }
  return { head: text.slice(0, Math.max(0, end.index - 1)), rest: text.slice(end.index - 1 + end[0].length) }
}

/** Reads header lines; a line that is no header continues the one above. */
export function readHeaders(head: string): Record<string, string> {
  const headers: Record<string, string> = {}
  let last: string | undefined
  for (const line of head.split(/\r?\n/)) {
    const [, name, value = ''] = /^([\w-]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? []
    if (name !== undefined) {
      last = name.toLowerCase()
      headers[last] = value
    } else if (last !== undefined && line && !line.startsWith(':')) {
      headers[last] += `\n${line.trim()}`
    }
  }
  return headers
}

const utf8 = new TextEncoder()

/** Reads a body to its stated length; without one, the last line end may be the paste's. */
function readBody(
  method: string, headers: Record<string, string>, rest: string,
): Pick<PastedRequest, 'body' | 'otherBodies'> {
  const stated = headers['content-length']
  if (stated === undefined) {
    if (!rest || method === 'GET') return { body: rest.trim() ? rest : '' }
    const trimmed = rest.replace(/\s+$/, '')
    return { body: rest, ...trimmed !== rest && { otherBodies: [trimmed] } }
  }
  const length = Number(stated)
  const windows = utf8.encode(rest.replace(/\r?\n/g, '\r\n'))
  const bytes = utf8.encode(rest)
  // Copying through a text field turns CRLF into LF.
  const sent = bytes.length < length && windows.length >= length ? windows : bytes
  return { body: rest.includes('\ufffd') ? rest : decode(sent.subarray(0, length)) }
}

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
