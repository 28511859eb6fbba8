import type { Report } from '../diagnostics.ts'
import type { Field, FieldType } from '../model/index.ts'
import type { Row } from './table.ts'

const types: readonly string[] = [
  'string', 'integer', 'number', 'boolean', 'object', 'string[]', 'integer[]', 'number[]', 'boolean[]', 'object[]',
] satisfies FieldType[]

const maxIndent = 16

/** The fields of a table as a tree, and the line of each. */
export interface FieldTree {
  fields: Field[]
  lines: Map<Field, number>
}

/** Nests rows by their indent: a row is a child of the closest row before it that is indented one less. */
export function toFields(rows: Row[], report: Report): FieldTree {
  const fields: Field[] = []
  const lines = new Map<Field, number>()
  const ancestors: Field[] = []
  for (const row of rows) {
    const indent = readIndent(row, ancestors.length, report)
    ancestors.length = indent
    const parent = ancestors[indent - 1]
    if (parent) checkParent(parent, row, report)
    const siblings = parent ? parent.children ??= [] : fields
    if (siblings.some(({ name }) => name === row.name)) {
      report(row.line, `${quote(row.name)} is declared twice`, 'keep one of the two rows', 'warning')
      ancestors.push(toField(row, report))
      continue
    }
    const field = toField(row, report)
    lines.set(field, row.line)
    siblings.push(field)
    ancestors.push(field)
  }
  return { fields, lines }
}

function toField(row: Row, report: Report): Field {
  if (!row.name) report(row.line, 'the row has no name', 'write one in the first column')
  if (!types.includes(row.type)) {
    report(row.line, `unknown type ${quote(row.type)} of ${quote(row.name)}`, `write one of ${types.join(', ')}`)
  }
  return {
    name: row.name,
    type: isFieldType(row.type) ? row.type : 'string',
    required: row.required,
    description: row.description,
    ...(row.enum.length && { enum: row.enum }),
    ...(row.encrypted && { encrypted: row.encrypted }),
    ...(row.encoded && { encoded: row.encoded }),
    sample: null,
  }
}

function readIndent({ line, name, indent }: Row, deepest: number, report: Report): number {
  const limit = Math.min(deepest, maxIndent)
  if (/^\d+$/.test(indent) && Number(indent) <= limit) return Number(indent)
  const expected = limit ? `a number from 0 to ${limit}` : '0, as nothing above can have members'
  report(line, `data-indent=${indent} of ${quote(name)} fits no row above`, `write ${expected}`)
  return limit
}

function checkParent(parent: Field, row: Row, report: Report): void {
  if (parent.type.startsWith('object') || parent.encoded) return
  report(row.line, `${quote(row.name)} is indented below ${quote(parent.name)}, which is of type ${parent.type}`,
    `make ${quote(parent.name)} an object or lower the indent`)
}

function isFieldType(type: string): type is FieldType {
  return types.includes(type)
}

/** A name in a message. */
export function quote(name: string): string {
  return `“${name}”`
}
