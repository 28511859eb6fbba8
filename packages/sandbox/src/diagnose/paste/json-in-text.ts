import { readJson } from '../../values/json.ts'

/** A piece of a text. */
export interface Piece {
  text: string
  start: number
  end: number
}

/** Returns the JSON object or array that starts at a position; `undefined` if its end is missing. */
export function jsonAt(text: string, start: number): Piece | undefined {
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]]/gs
  tokens.lastIndex = start
  let depth = 0
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    depth += '{['.includes(token[0]) ? 1 : '}]'.includes(token[0]) ? -1 : 0
    if (depth === 0) return { text: text.slice(start, tokens.lastIndex), start, end: tokens.lastIndex }
  }
  return undefined
}

/** Braces that begin no object, after which a text is given up: each is followed to the end of the text. */
const mostFailures = 100

/** Returns the JSON objects in a text that are not inside others. */
export function jsonObjectsIn(text: string): (Piece & { value: object })[] {
  const found: (Piece & { value: object })[] = []
  let failures = 0
  for (let start = text.indexOf('{'); start >= 0 && failures < mostFailures; start = text.indexOf('{', start)) {
    const piece = jsonAt(text, start)
    const value = piece && readJson(piece.text)
    if (value === undefined) failures++
    if (piece && typeof value === 'object' && value !== null) found.push({ ...piece, value })
    start = value === undefined ? start + 1 : piece!.end
  }
  return found
}

/** Returns the text of the JSON string that starts at a position, such as the value of a log's member. */
export function jsonStringAt(text: string, start: number): string | undefined {
  const strings = /"(?:[^"\\]|\\.)*"/ys
  strings.lastIndex = start
  const literal = strings.exec(text)?.[0]
  const value = literal === undefined ? undefined : readJson(literal)
  return typeof value === 'string' ? value : undefined
}
