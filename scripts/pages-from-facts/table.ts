import type { Describe } from './describe.ts'
import type { FactRow, Flags } from './facts.ts'

/** What a table is called on the page, and what describes its top rows in the glossary. */
export interface TableKind {
  /** Header of the first column. */
  header: string
  /** Anchor of the table, such as `request-get`. */
  id: string
  /** What the glossary calls the parent of rows without indent. */
  parent: string
  /** The same for the rows below a separator, which have an indent of 2 at least. */
  parentBelow?: string
}

/** A row of facts, or the text of a separator row. */
export type TableRow = FactRow | string

const formats: Record<string, string> = { rfc3339: 'RFC 3339，例如 2026-03-12T10:15:00+08:00', date: 'yyyy-MM-dd' }

/** Writes a table of the page dialect, with an empty line below. */
export function toTable(rows: TableRow[], kind: TableKind, describe: Describe): string {
  const { header, id, parent, parentBelow = parent } = kind
  const ancestors = [parent]
  const lines = rows.map((row) => {
    if (typeof row === 'string') {
      ancestors.splice(0, Infinity, parentBelow, parentBelow, parentBelow)
      return `| ${row} {colspan=3 .im-table-line}`
    }
    const [name,,, indent] = row
    const description = describe(name, parentOf(ancestors, indent))
    ancestors.splice(indent + 1, Infinity, name)
    return toLine(row, description)
  })
  return [
    `| ${header} | 类型 {.type} | 描述 {.desc}`, '| --- | --- | ---', ...lines, '', `{.im-table #${id}}`, '',
  ].join('\n')
}

/** The groups of a request are not parents for the glossary: `json.appid` is `appid` of `request`. */
function parentOf(ancestors: string[], indent: number): string {
  const isInGroup = indent === 1 && /^(?:query|json|body)$/.test(ancestors[1] ?? '')
  return ancestors[isInGroup ? 0 : indent] ?? ''
}

function toLine([name, type, required, indent, flags = {}]: FactRow, description: string): string {
  const attributes = [
    ...required ? ['data-required'] : [],
    ...indent ? [`data-indent=${indent}`] : [],
    ...flags.encrypted ? [`data-encrypted=${flags.encrypted === 'rsa' ? 'by-rsa-pubkey' : 'by-aes-gcm'}`] : [],
    ...flags.encoded ? ['data-encoded=by-json_encode'] : [],
  ]
  const tip = tipOf(flags)
  const values = flags.enum?.map(value => `\`${value}\``).join('、')
  return [
    `| ${name}${attributes.length ? ` {${attributes.join(' ')}}` : ''}`,
    `${type}${tip ? ` {data-tooltip="${tip}"}` : ''}`,
    `${description}${values ? `。枚举值：${values}` : ''}`,
  ].join(' | ')
}

function tipOf({ min, max, format }: Flags): string | undefined {
  if (format) return formats[format] ?? format
  if (min && max) return `${min} 到 ${max} 字节`
  if (max) return `不超过 ${max} 字节`
  return min ? `至少 ${min} 字节` : undefined
}
