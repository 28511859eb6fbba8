import type { Report } from '../diagnostics.ts'
import type { Field } from '../model/index.ts'

/**
 * Resolves rows that share a name and a parent: objects with different members are numbered as forms of one field;
 * otherwise the first row is kept and the others are reported.
 */
export function settleRepeatedRows(fields: Field[], lines: Map<Field, number>, report: Report): Field[] {
  for (const field of fields) {
    if (field.children) field.children = settleRepeatedRows(field.children, lines, report)
  }
  const extra = new Set<Field>()
  for (const rows of Map.groupBy(fields, ({ name }) => name).values()) {
    if (rows.length === 1) continue
    const forms = new Set(rows.map(({ children }) => children?.map(({ name }) => name).join()))
    if (!forms.has(undefined) && forms.size === rows.length) {
      for (const [index, field] of rows.entries()) field.alt = index + 1
      continue
    }
    for (const field of rows.slice(1)) {
      extra.add(field)
      report(lines.get(field) ?? 1, `duplicate field “${field.name}” below the same parent`, 'keep one of the rows')
    }
  }
  return extra.size ? fields.filter(field => !extra.has(field)) : fields
}
