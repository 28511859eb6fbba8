import { momentOf } from './moment.ts'
import type { PastedMessage } from './pasted-message.ts'

const header = /^([\w-]+)[ \t]*:[ \t]*(.*)$/

/** Reads raw HTTP, or headers and after an empty line the body. */
export function readHttpMessage(text: string): PastedMessage | undefined {
  const lines = text.split(/(?<=\n)/)
  const first = lines.findIndex(line => header.test(line.trimEnd()))
  if (first < 0) return undefined
  const after = lines.findIndex((line, index) => index > first && !header.test(line.trimEnd()))
  const end = after < 0 ? lines.length : after
  const headers = Object.fromEntries(lines.slice(first, end).map((line) => {
    const [, name = '', value = ''] = header.exec(line.trimEnd())!
    return [name.toLowerCase(), value]
  }))
  if (!Object.keys(headers).some(name => name.startsWith('wechatpay-'))) return undefined
  const isBlank = lines[end]?.trim() === ''
  const rest = lines.slice(isBlank ? end + 1 : end).join('')
  return { headers, body: cut(rest, headers['content-length']), received: momentOf(headers.date) }
}

/** Leaves out what follows the body in the paste. */
function cut(text: string, length: string | undefined): string {
  const bytes = new TextEncoder().encode(text)
  if (length === undefined || !/^\d+$/.test(length) || bytes.length <= Number(length)) return text
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, Number(length)))
}
