import type { Report } from '../diagnostics.ts'
import type { Field } from '../model/index.ts'
import { own } from '../record.ts'
import { parseScalar, scalarOf } from '../samples/types.ts'
import { characterSets } from './character-sets.ts'
import type { Row } from './table.ts'
import { settleRepeatedRows } from './repeated-rows.ts'
import { parseTypeCell } from './type-cell.ts'

const encryptions: Record<string, Field['encrypted']> = { 'by-rsa-pubkey': 'rsa', 'by-aes-gcm': 'aes-gcm' }
const encodings: Record<string, Field['encoded']> = { 'by-json_encode': 'json', 'by-urlencode': 'urlencode' }

/** Deeper than any API; the limit keeps recursive walks over the tree from overflowing the stack. */
const maxIndent = 16

/** The fields of a table as a tree, and the 1-based line of each field. */
export interface FieldTree {
  fields: Field[]
  lines: Map<Field, number>
}

/**
 * Nests rows by indent: a row is a child of the closest row above it with one level less. A string has members if it is
 * marked as encoded, or if a separator row sets them apart: these are members of its JSON. Reports invalid rows.
 *
 * @param base the indent of the outermost rows
 */
export function toFields(rows: Row[], report: Report, base = 0): FieldTree {
  const fields: Field[] = []
  const lines = new Map<Field, number>()
  const ancestors: Field[] = []
  for (const [index, row] of rows.entries()) {
    const field = toField(row, report)
    const last = ancestors.at(-1)
    const isSetApart = row.part !== rows[index - 1]?.part && indentOf(row) === base + ancestors.length
    if (last?.type === 'string' && isSetApart) last.encoded ??= 'json'
    ancestors.length = readLevel(row, ancestors, report, base)
    const parent = ancestors.at(-1)
    ancestors.push(field)
    lines.set(field, row.line)
    if (parent) (parent.children ??= []).push(field)
    else fields.push(field)
  }
  return { fields: settleRepeatedRows(fields, lines, report), lines }
}

function toField({ line, name, type, description, enum: values, attrs }: Row, report: Report): Field {
  const cell = parseTypeCell(type)
  const known = typeof cell === 'object' ? cell : undefined
  if (!name) report(line, 'the row has no name', 'add one in the first column')
  if (typeof cell === 'string') report(line, `unknown type “${type}” of field “${name}”`, cell)
  const invalid = known && values.find(value => parseScalar(value, scalarOf(known.type)) === undefined)
  if (known && invalid !== undefined) {
    report(line, `the value “${invalid}” of field “${name}” is not of type ${known.type}`, 'correct the value or the type', 'warning')
  }
  const read = <T>(attribute: string, meanings: Record<string, T>) => {
    const value = attrs[attribute]
    const meaning = value === undefined ? undefined : own(meanings, value)
    if (value !== undefined && !meaning) {
      report(line, `unknown ${attribute}=${value} of field “${name}”`, `use one of ${Object.keys(meanings).join(', ')}`)
    }
    return meaning
  }
  const encrypted = read('data-encrypted', encryptions)
  const encoded = read('data-encoded', encodings)
  const pattern = read('data-chars', characterSets)
  const condition = attrs['data-required']
  return {
    name,
    ...known ?? { type: 'string' },
    required: condition === '',
    description,
    ...(condition && { when: condition }),
    ...(pattern && { pattern }),
    ...(values.length && { enum: values }),
    ...(encrypted && { encrypted }),
    ...(encoded && { encoded }),
    sample: null,
  }
}

function readLevel(row: Row, ancestors: Field[], report: Report, base: number): number {
  const last = ancestors.at(-1)
  const limit = Math.min(!last || hasMembers(last) ? ancestors.length : ancestors.length - 1, maxIndent)
  const level = indentOf(row) - base
  if (level >= 0 && level <= limit) return level
  report(row.line, `no parent object for field “${row.name}” with data-indent=${row.attrs['data-indent'] ?? 0}`,
    `use ${limit ? `a number from ${base} to ${base + limit}` : base}, or give the row above the type object`)
  return limit
}

/** The indent of a row; `NaN` if it is not a number. */
export function indentOf({ attrs: { 'data-indent': indent = '0' } }: Row): number {
  return /^\d+$/.test(indent) ? Number(indent) : NaN
}

function hasMembers({ type, encoded }: Field): boolean {
  return type.startsWith('object') || encoded !== undefined
}
