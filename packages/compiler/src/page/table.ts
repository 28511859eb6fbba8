import type Token from 'markdown-it/lib/token.mjs'
import type { Field } from '../model/index.ts'
import { closeOf, textOf } from '../markdown/tokens.ts'
import { enumOf } from './enum.ts'

/** One row of a table, as written. */
export interface Row {
  /** 1-based, counted from where the tokens' text starts. */
  line: number
  name: string
  type: string
  description: string
  required: boolean
  indent: string
  enum: string[]
  encrypted: Field['encrypted']
  encoded: Field['encoded']
}

/** Name, type, description. */
type Cells = { attrs: Record<string, string>, inline: Token | undefined }[]

/** Reads the rows of the table that opens at `open`; separator rows are left out. */
export function readTable(tokens: Token[], open: number): Row[] {
  const rows: Row[] = []
  const close = closeOf(tokens, open)
  let cells: Cells = []
  let line = 1
  for (let index = open; index < close; index++) {
    const token = tokens[index]!
    if (token.type === 'tr_open') {
      cells = []
      line = 1 + (token.map?.[0] ?? 0)
    } else if (token.type === 'td_open' && !token.hidden) {
      cells.push({ attrs: Object.fromEntries(token.attrs ?? []), inline: tokens[index + 1] })
    } else if (token.type === 'tr_close' && cells[0] && !('colspan' in cells[0].attrs)) {
      rows.push(toRow(cells, line))
    }
  }
  return rows
}

const encryptions: Record<string, Field['encrypted']> = { 'by-rsa-pubkey': 'rsa', 'by-aes-gcm': 'aes-gcm' }
const encodings: Record<string, Field['encoded']> = { 'by-json_encode': 'json', 'by-urlencode': 'urlencode' }

function toRow([name, type, description]: Cells, line: number): Row {
  const attrs = { ...description?.attrs, ...type?.attrs, ...name?.attrs }
  return {
    line,
    name: textOf(name?.inline),
    type: textOf(type?.inline),
    description: sourceOf(description),
    required: 'data-required' in attrs,
    indent: attrs['data-indent'] ?? '0',
    enum: enumOf(description?.inline),
    encrypted: encryptions[attrs['data-encrypted'] ?? ''],
    encoded: encodings[attrs['data-encoded'] ?? ''],
  }
}

function sourceOf(cell: Cells[number] | undefined): string {
  const source = cell?.inline?.content ?? ''
  return Object.keys(cell?.attrs ?? {}).length ? source.replace(/\s*\{[^{}]*\}\s*$/, '') : source
}
