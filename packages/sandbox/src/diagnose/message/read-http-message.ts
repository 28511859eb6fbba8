import { readHeaders } from '../paste/raw-http.ts'
import { momentOf } from './moment.ts'
import type { PastedMessage } from './pasted-message.ts'

/** Reads raw HTTP, or headers and after an empty line the body. */
export function readHttpMessage(text: string): PastedMessage | undefined {
  const start = text.search(/^[\w-]+[ \t]*:[ \t]/m)
  if (start < 0) return undefined
  const [head = ''] = text.slice(start).split(/\r?\n\r?\n|\r?\n(?=\{)/, 1)
  const headers = readHeaders(head)
  if (!Object.keys(headers).some(name => name.startsWith('wechatpay-'))) return undefined
  const rest = text.slice(start + head.length).replace(/^\r?\n(?:\r?\n)?/, '')
  return { headers, ...bodyOf(rest, headers['content-length']), received: momentOf(headers.date) }
}

/** Reads a body to its stated length; without one, the last line end may be the paste's. */
function bodyOf(rest: string, length: string | undefined): Pick<PastedMessage, 'body' | 'otherBody'> {
  if (length === undefined) return { body: rest, otherBody: rest.replace(/\r?\n$/, '') }
  const bytes = new TextEncoder().encode(rest).subarray(0, Number(length))
  return { body: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
}
