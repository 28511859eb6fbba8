import type { Field } from '@wxpay-live/compiler/model'
import type { FactRow } from './facts.ts'

/** One difference between a page and the facts. */
export interface RowDifference {
  kind: 'missing' | 'extra' | 'type' | 'required' | 'enum' | 'length' | 'order'
  /** Names from the top of the table, joined by dots; in a request after the group: `json:amount.total`. */
  path: string
  /** What the page says and what the facts say. */
  message: string
  /** The page's row; absent if it is missing. */
  field?: Field
}

/** Whether a doubt is about the kind of difference; a part that names no kind is about the whole row. */
function isDoubted(kind: RowDifference['kind'], doubt = ''): boolean {
  const isLength = /^max /
  const isRequired = /^(optional|required) (in|is)/
  return doubt.split('; ').some((part) => {
    if (!part) return false
    if (isLength.test(part)) return kind === 'length'
    if (isRequired.test(part)) return kind === 'required' || kind === 'missing'
    return true
  })
}

/** Facts by path. */
function factsByPath(rows: FactRow[], groups: string[]): Map<string, FactRow> {
  const above: string[] = []
  const found = new Map<string, FactRow>()
  for (const row of rows) {
    const [name, , , indent] = row
    above.splice(indent, above.length, name)
    const [top = '', ...rest] = above
    const isGroup = groups.includes(top)
    const path = isGroup ? rest.join('.') : above.join('.')
    if (path && name !== 'base_uri') found.set(isGroup ? `${top}:${path}` : path, row)
  }
  return found
}

/** Fields by path. */
function fieldsByPath(fields: readonly Field[], prefix = '', found = new Map<string, Field>()): Map<string, Field> {
  for (const field of fields) {
    found.set(prefix + field.name, field)
    fieldsByPath(field.children ?? [], `${prefix}${field.name}.`, found)
  }
  return found
}

/** Names each undoubted difference between fields and facts. `groups` are rows that hold fields and are none. */
export function compareRows(
  fields: readonly (readonly [group: string, fields: readonly Field[]])[],
  rows: FactRow[],
  groups: string[] = [],
): RowDifference[] {
  const ours = new Map(fields.flatMap(([group, fields]) => [...fieldsByPath(fields, group && `${group}:`)]))
  const facts = factsByPath(rows, groups)
  const differences: RowDifference[] = []
  for (const [path, fact] of facts) {
    const [, type, required, , { enum: values = [], min, max, doubt } = {}] = fact
    const field = ours.get(path)
    const add = (kind: RowDifference['kind'], message: string) => {
      if (!isDoubted(kind, doubt)) differences.push({ kind, path, message, ...(field && { field }) })
    }
    if (!field) {
      if (!isBelowMissing(path, ours, facts)) add('missing', `missing, the facts say ${type}${required ? ', required' : ''}`)
      continue
    }
    if (field.type !== type) add('type', `${field.type}, the facts say ${type}`)
    if (field.required !== (required === 1)) {
      add('required', `${field.required ? 'required' : 'optional'}, the facts say ${required ? 'required' : 'optional'}`)
    }
    if (values.length && values.toSorted().join() !== (field.enum ?? []).toSorted().join()) {
      add('enum', `values ${(field.enum ?? []).join(', ') || 'not declared'}, the facts say ${values.join(', ')}`)
    }
    // A length says nothing about declared values.
    if (type.startsWith('string') && !values.length && (field.maxLength !== max || field.minLength !== min)) {
      add('length', `length ${rangeOf(field.minLength, field.maxLength)}, the facts say ${rangeOf(min, max)}`)
    }
  }
  for (const [path, field] of ours) {
    if (facts.has(path) || isBelowMissing(path, facts, ours)) continue
    differences.push({ kind: 'extra', path, message: 'not in the facts', field })
  }
  return [...differences, ...compareOrder(ours, facts)]
}

/** The siblings below each parent, in their order; only those that both sides have. */
const siblings = (here: Map<string, unknown>, there: Map<string, unknown>) =>
  Map.groupBy([...here.keys()].filter(path => there.has(path)), path => /^.*[.:]/.exec(path)?.[0] ?? '')

function compareOrder(ours: Map<string, Field>, facts: Map<string, FactRow>): RowDifference[] {
  const expected = siblings(facts, ours)
  return [...siblings(ours, facts)].flatMap(([parent, paths]) => {
    const order = expected.get(parent) ?? []
    const path = paths.find((path, index) => path !== order[index])
    const field = path && ours.get(path)
    return field ? [{ kind: 'order' as const, path, message: `the facts have ${order[paths.indexOf(path)]} here`, field }] : []
  })
}

const rangeOf = (least?: number, most?: number) =>
  least === undefined && most === undefined ? 'unlimited' : `${least ?? 0} to ${most ?? '∞'}`

/** Whether the parent is missing too: then one difference names both. */
function isBelowMissing(path: string, there: Map<string, unknown>, here: Map<string, unknown>): boolean {
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('.')))
  return parent !== '' && here.has(parent) && !there.has(parent)
}
