import { jsonStringAt, type Piece } from './json-in-text.ts'

const label = /(?:(?<![\w.])(?:string_?to_?sign|sign_?str(?:ing)?|sign_?(?:message|content|text|data|source)|to_?sign|message_?to_?sign|plain_?text|authorization message|sign string|string to sign|message)|待签名串|待签名字符串|签名串|签名原文|签名原串)["']?\s*(?:=>|[:=：])?\s*/gi

/** Five lines, or five with their ends written out; or the three lines of an answer. */
const shape = /^[^\n]*\n[^\n]*\n|\\n[^\n]*\\n/

const fenced = /^(-{3,}|={3,}|`{3,})[^\n]*\n([\s\S]*?)\1[ \t]*\r?$/m
const bracketed = /^\[([\s\S]*?\n)\]/
const lines = /^(?:(?:GET|POST|PUT|PATCH|DELETE)\r?\n\S+\r?\n\d{10,13}\r?\n\S+\r?\n[^\n]*\n?)/im

/** Finds the string that was signed: after a label, between lines of dashes, in brackets, or five lines as they are. */
export function signedStringIn(text: string): Piece | undefined {
  for (const match of text.matchAll(label)) {
    const start = match.index + match[0].length
    const found = stringAt(text, start)
    if (found) return { ...found, start: match.index }
  }
  const block = fenced.exec(text)
  if (block && shape.test(block[2]!)) return pieceOf(block, block[2]!)
  const bare = lines.exec(text)
  return bare ? pieceOf(bare, bare[0]) : undefined
}

function stringAt(text: string, start: number): Piece | undefined {
  const quoted = jsonStringAt(text, start)
  if (quoted !== undefined) {
    const end = start + (/"(?:[^"\\]|\\.)*"/s.exec(text.slice(start))?.[0].length ?? 0)
    return shape.test(quoted) ? { text: quoted, start, end } : undefined
  }
  const rest = text.slice(start)
  const block = fenced.exec(rest)
  if (block?.index === 0 && shape.test(block[2]!)) return pieceOf(block, block[2]!, start)
  const brackets = bracketed.exec(rest)
  if (brackets && shape.test(brackets[1]!)) return pieceOf(brackets, brackets[1]!, start)
  const bare = lines.exec(rest)
  return bare?.index === 0 ? pieceOf(bare, bare[0], start) : undefined
}

const pieceOf = (match: RegExpExecArray, text: string, offset = 0): Piece =>
  ({ text, start: offset + match.index, end: offset + match.index + match[0].length })
