import type { Report } from '../diagnostics.ts'
import type { Field } from '../model/index.ts'

/**
 * Settles what several rows of one name below one parent mean: forms with different members are numbered; of others the
 * first stays and the rest is reported.
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
      report(lines.get(field) ?? 1, `“${field.name}” has two rows below the same parent`, 'keep one of them')
    }
  }
  return extra.size ? fields.filter(field => !extra.has(field)) : fields
}
