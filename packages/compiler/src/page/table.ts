import type Token from 'markdown-it/lib/token.mjs'
import { closeOf, textOf } from '../markdown/tokens.ts'
import { withoutLinks } from '../markdown/without-links.ts'
import { enumOf } from './enum.ts'

/** One row of a table, as written. */
export interface Row {
  /** 1-based, counted from the first line of the tokens. */
  line: number
  name: string
  type: string
  description: string
  /** The enum values in the description. */
  enum: string[]
  /** Number of separator rows above the row. */
  part: number
  /** Attributes of all cells. */
  attrs: Record<string, string>
}

/** The text of the first header cell of the table that opens at index `open`. */
export function readCaption(tokens: Token[], open: number): string {
  return readHeader(tokens, open)[0] ?? ''
}

/** The texts of the header cells of the table that opens at index `open`. */
export function readHeader(tokens: Token[], open: number): string[] {
  return tokens.slice(open, closeOf(tokens, open))
    .flatMap(({ type }, index) => type === 'th_open' ? textOf(tokens[open + index + 1]) : [])
}

/** One cell of the body of a table. */
interface Cell {
  attrs: Record<string, string>
  inline: Token | undefined
}

/** Reads the cells of the table that opens at index `open`, row by row, without its header. */
export function readCells(tokens: Token[], open: number): { cells: Cell[], line: number }[] {
  const rows: { cells: Cell[], line: number }[] = []
  const close = closeOf(tokens, open)
  for (let index = open; index < close; index++) {
    const token = tokens[index]!
    if (token.type === 'tr_open') {
      rows.push({ cells: [], line: 1 + (token.map?.[0] ?? 0) })
    } else if (token.type === 'td_open' && !token.hidden) {
      rows.at(-1)?.cells.push({ attrs: Object.fromEntries(token.attrs ?? []), inline: tokens[index + 1] })
    }
  }
  return rows.filter(({ cells }) => cells.length)
}

/** Reads the rows of the table that opens at index `open`; counts separator rows but leaves them out. */
export function readTable(tokens: Token[], open: number): Row[] {
  const rows: Row[] = []
  let part = 0
  for (const { cells, line } of readCells(tokens, open)) {
    if ('colspan' in cells[0]!.attrs) part++
    else rows.push(toRow(cells, line, part))
  }
  return rows
}

function toRow([name, type, description]: Cell[], line: number, part: number): Row {
  return {
    line,
    part,
    name: textOf(name?.inline),
    type: textOf(type?.inline),
    description: sourceOf(description),
    enum: enumOf(description?.inline),
    attrs: { ...description?.attrs, ...type?.attrs, ...name?.attrs },
  }
}

/** The source of a cell without its attributes. */
function sourceOf(cell: Cell | undefined): string {
  const source = withoutLinks(cell?.inline?.content ?? '')
  const brace = source.lastIndexOf('{')
  const hasAttrs = Object.keys(cell?.attrs ?? {}).length > 0 && /^\{[^{}]*\}\s*$/.test(source.slice(brace))
  return hasAttrs ? source.slice(0, brace).trimEnd() : source
}
