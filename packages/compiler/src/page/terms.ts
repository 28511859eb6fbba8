import type { Report } from '../diagnostics.ts'
import type { LineOf } from '../markdown/front-matter.ts'
import type { Role, Source, Terms, Verified } from '../model/index.ts'
import { own } from '../record.ts'

const roles: readonly Role[] = ['直连商户', '服务商', '平台商户', '渠道商', '机构', '品牌']
const sources: readonly Source[] = ['official', 'excerpt', 'mud', 'skills', 'go', 'java', 'skit', 'wxjava']

/** How to read a value of the front matter, `undefined` if it is invalid, and what to write instead. */
type Rule<T> = [read: (value: unknown) => T | undefined, hint: string]

const rules: { [Name in keyof Terms]-?: Rule<Terms[Name]> } = {
  roles: [value => listOf(roles, value, 1), `write a list of ${roles.join(', ')}, in this order`],
  rate: [textLike(/^[1-9]\d*\/(?:s|min)$/), 'write calls per second or minute, such as 150/s or 1000/min'],
  counterpart: [textLike(/^\/(?:v3|brand)\/\S+$/), 'write a path that starts with /v3/ or /brand/'],
  verified: [readVerified, `write { date: 2026-11-28, by: [official] }, by a list of ${sources.join(', ')}, in this order`],
}

/**
 * Reads the terms of each operation of a page, by its anchor. A value holds for all operations; on a page of several it
 * may be a map of one value for each anchor. Reports invalid values and unknown anchors.
 */
export function readTerms(
  frontmatter: Record<string, unknown>, anchors: string[], lineOf: LineOf, report: Report,
): Map<string, Terms> {
  const terms = new Map(anchors.map((anchor): [string, Terms] => [anchor, {}]))
  const readInto = <Name extends keyof Terms>(name: Name, [read, hint]: Rule<Terms[Name]>) => {
    const written = own(frontmatter, name)
    if (written === undefined) return
    const values = anchors.length > 1 && isMap(written) ? written : undefined
    for (const [key, value] of Object.entries(values ?? { '': written })) {
      const line = values ? lineOf(name, key) : lineOf(name)
      const of = values ? anchors.filter(anchor => anchor === key) : anchors
      if (!of.length) report(line, `${name}: no operation has the heading {#${key}}`, `use ${anchors.join(', ')}`)
      const term = read(value)
      if (term === undefined) report(line, `invalid ${name} ${JSON.stringify(value)}`, hint)
      else for (const anchor of of) terms.get(anchor)![name] = term
    }
  }
  if (anchors.length) {
    readInto('roles', rules.roles)
    readInto('rate', rules.rate)
    readInto('counterpart', rules.counterpart)
    readInto('verified', rules.verified)
  }
  return terms
}

/** Whether a value has one value for each anchor; `verified` is an object itself. */
function isMap(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && !('date' in value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

function listOf<T extends string>(known: readonly T[], value: unknown, least = 0): T[] | undefined {
  if (!Array.isArray(value) || value.length < least) return undefined
  const items = known.filter(item => value.includes(item))
  return items.join() === value.join() ? items : undefined
}

function textLike(pattern: RegExp) {
  return (value: unknown) => typeof value === 'string' && pattern.test(value) ? value : undefined
}

function readVerified(value: unknown): Verified | undefined {
  if (!isRecord(value)) return undefined
  const date = toDay(value.date)
  const by = listOf(sources, value.by)
  return date !== undefined && by ? { date, by } : undefined
}

/** A day as text; YAML readers other than ours make a date of it. */
function toDay(value: unknown): string | undefined {
  const day = value instanceof Date ? value.toISOString().slice(0, 10) : value
  const isDay = typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))
  return isDay ? day : undefined
}
