import { withMembers } from '@wxpay-live/compiler'
import type { Field } from '@wxpay-live/compiler/model'

/** The fields and declared values of a page that a condition may name. */
export interface Vocabulary {
  names: ReadonlySet<string>
  values: ReadonlySet<string>
}

/** Collects the names and declared values of fields, with all their members. */
export function vocabularyOf(fields: readonly Field[]): Vocabulary {
  const all = withMembers(fields)
  const values = all.flatMap(field => field.enum ?? [])
  return { names: new Set(all.map(({ name }) => name)), values: new Set(values) }
}

/** Words of a description that make a field optional or conditional. */
const conditional = /可不传|选填|非必填|才(?:必填|有|传|返回)|时(?:必填|必传|须传|才)|仅[^，。；]{0,20}(?:传|返回)/

/** Code spans that look like values: `CLOSED`. */
const code = /`([A-Z][A-Z0-9_]{2,})`/g

/** Names what is wrong with one row of our own pages. */
export function checkField(field: Field, { names, values }: Vocabulary): string[] {
  const { type, required, when = '', description, enum: declared } = field
  const problems: string[] = []
  const condition = required && conditional.exec(description)?.[0]
  if (condition) problems.push(`required, but the description says ${condition}: write {data-required="…"}, or drop the words`)
  if (type.startsWith('number') && /单位(?:为)?分/.test(description)) problems.push('an amount in fen of type number: write integer')
  const codes = Array.from(description.matchAll(code), ([, value = '']) => value)
  if (type.startsWith('string') && !declared && isListing(description, codes)) {
    problems.push(`lists ${codes.join(', ')} in prose: write 枚举值 before them, or 例如 if there are more`)
  }
  const denied = declared?.find(value => new RegExp(`(?:不支持|不返回|没有|不会是) ?\`${value}\``).test(description))
  if (denied) problems.push(`declares ${denied} and denies it`)
  const unknown = when.match(/[A-Za-z][A-Za-z0-9_]*_[A-Za-z0-9_]*|[A-Z]{3,}/g)
    ?.find(word => !names.has(word) && !values.has(word))
  if (unknown) problems.push(`the condition names ${unknown}, which is no field and no declared value of the page`)
  return problems
}

/** Whether a description lists values of its own field: after a colon or 固定为, and not as examples or of other fields. */
function isListing(description: string, codes: string[]): boolean {
  return codes.length > 0 && /(?:[：:]|固定为|此时是) ?`[A-Z]/.test(description) && !description.includes('例如')
}
