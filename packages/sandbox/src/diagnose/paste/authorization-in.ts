import { jsonStringAt, type Piece } from './json-in-text.ts'

const label = /(?<![\w-])authorization\\?["']?(?:\s*(?:=>|[:=：])|\s+token)\s*\[?\s*/gi
const part = String.raw`\w+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s,;"'\]]+)`
const parts = String.raw`${part}(?:\s*[,;，]+\s*${part}|\s+(?:mchid|nonce_str|signature|timestamp|serial_no)\s*=\s*(?:"[^"]*"|[^\s,;"']+))*,?`
const value = new RegExp(String.raw`(?:[\w-]+\s+){0,2}${parts}`, 'y')
const withoutLabel = new RegExp(String.raw`WECHATPAY[\w-]*\s+${parts}`)

/** Finds the value of an `Authorization` header in a log; the piece includes the header's name. */
export function authorizationIn(text: string): Piece | undefined {
  for (const match of text.matchAll(label)) {
    const at = match.index + match[0].length
    const quoted = jsonStringAt(text, at)
    if (quoted && quoted.split('=').length > 3) return { text: quoted, start: match.index, end: at + JSON.stringify(quoted).length }
    value.lastIndex = at + (/["']/.test(text[at] ?? '') ? 1 : 0)
    const found = value.exec(text)
    if (found) return { text: found[0], start: match.index, end: value.lastIndex }
  }
  const found = withoutLabel.exec(text)
  return found ? { text: found[0], start: found.index, end: found.index + found[0].length } : undefined
}
