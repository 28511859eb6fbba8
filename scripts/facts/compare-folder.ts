import type { CompiledFolder } from '@wxpay-live/compiler'
import type { Field } from '@wxpay-live/compiler/model'
import { compareRows, type RowDifference } from './compare-rows.ts'
import { notificationFacts, operationFacts } from './fact.ts'

/** A difference between a page and the facts, and where. */
export interface Difference extends Pick<RowDifference, 'kind' | 'path' | 'message'> {
  file: string
  /** 1-based. */
  line: number
}

const groups = ['query', 'headers', 'json', 'body']

/** Compares the pages of a folder with the facts; doubted differences are left out. */
export function compareFolder({ compiled }: Pick<CompiledFolder, 'compiled'>): Difference[] {
  const operations = operationFacts()
  const notifications = notificationFacts()
  return compiled.flatMap(({ file, operations: found, notification, lines }) => {
    const lineOf = (field: Field | undefined, heading: number) => (field && lines.get(field)) ?? heading
    const locate = (differences: RowDifference[], heading: number) => differences.map(
      ({ field, ...difference }): Difference => ({ ...difference, file, line: lineOf(field, heading) }))
    const ofOperations = found.flatMap(({ operation: { method, path, request, response }, line }) => {
      if (!path.startsWith('/')) return []
      const fact = operations.get(`${method} ${path}`)
      if (!fact) return [{ kind: 'extra' as const, path: '', message: `no fact knows ${method} ${path}`, file, line }]
      const { path: variables, query, headers, json, body } = request
      const asked = [
        ['', variables], ['query', query], ['headers', headers], ['json', json?.children ?? []], ['body', body?.children ?? []],
      ] as const
      return locate([
        ...compareRows(asked, fact.request ?? [], groups),
        ...compareRows([['', response]], fact.response ?? []),
      ], line)
    })
    const known = notification && notifications.get(notification.event)
    if (!known) return ofOperations
    const { resource, alternatives = [], forms = [] } = notification
    const facts = [known.resource, ...known.alternatives ?? []]
    const present = 1 + alternatives.length
    const missing = facts.slice(present).map((_, index): Difference => {
      const path = known.forms?.[present + index]?.name ?? ''
      return { kind: 'missing', path, message: 'the form is missing', file, line: 1 }
    })
    return [
      ...ofOperations,
      ...locate([resource, ...alternatives].flatMap((fields, index) => compareRows([['', fields]], facts[index] ?? [])
        .map(difference => ({ ...difference, path: `${forms[index] ?? ''} ${difference.path}`.trim() }))), 1),
      ...missing,
    ]
  })
}

/** Formats a difference as one line. */
export const formatDifference = ({ file, line, path, message }: Difference) => `${file}:${line}: ${path}: ${message}`
