// By its path, so that plain `node` finds the sources.
import { characterSets } from '../../packages/compiler/src/page/character-sets.ts'
import type { FactRow, Flags } from '../facts/facts.ts'
import type { Describe } from './describe.ts'

/** What a table is called on the page, and what describes its top rows in the glossary. */
export interface TableKind {
  /** Header of the first column. */
  header: string
  /** Anchor of the table, such as `request-get`. */
  id: string
  /** What the glossary calls the parent of rows without indent. */
  parent: string
}

/** The names of the character sets by their patterns. */
const setNames = new Map(Object.entries(characterSets).map(([name, pattern]) => [pattern, name]))

const formats: Record<string, string> = { rfc3339: 'RFC 3339，例如 2026-03-12T10:15:00+08:00', date: 'yyyy-MM-dd' }

/** Writes a table of the page dialect, with an empty line below. */
export function toTable(rows: FactRow[], kind: TableKind, describe: Describe): string {
  const { header, id, parent } = kind
  const ancestors = [parent]
  const lines = rows.map((row) => {
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
    ...required ? ['data-required'] : flags.when ? [`data-required="${flags.when}"`] : [],
    ...indent ? [`data-indent=${indent}`] : [],
    ...flags.encrypted ? [`data-encrypted=${flags.encrypted === 'rsa' ? 'by-rsa-pubkey' : 'by-aes-gcm'}`] : [],
    ...flags.encoded ? ['data-encoded=by-json_encode'] : [],
  ]
  const values = flags.enum?.map(value => `\`${value}\``).join('、')
  return [
    `| ${name}${inBraces(attributes)}`,
    toTypeCell(type, flags),
    `${description}${values ? `。枚举值：${values}` : ''}`,
  ].join(' | ')
}

/** The type with the limits of a text, its format and its characters. */
function toTypeCell(type: string, { min, max, format, pattern = '' }: Flags): string {
  const range = min === undefined ? max : `${min},${max ?? ''}`
  const set = setNames.get(pattern)
  const attributes = [
    ...format ? [`data-tooltip="${formats[format] ?? format}"`] : [], ...set ? [`data-chars=${set}`] : [],
  ]
  return (range === undefined ? type : type.replace(/^string/, `string(${range})`)) + inBraces(attributes)
}

const inBraces = (attributes: string[]) => attributes.length ? ` {${attributes.join(' ')}}` : ''
