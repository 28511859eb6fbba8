import type { CompiledOperation } from '@wxpay-live/compiler'
import type { ErrorCode, Field, Operation, Source, Terms } from '@wxpay-live/compiler/model'
import { compareErrors } from './compare-errors.ts'
import { compareRows, type RowDifference } from './compare-rows.ts'
import { compareTerms } from './compare-terms.ts'
import type { OperationFact } from './facts.ts'

/** A difference between an operation and the facts, and what it is about: a row, an error code or a term. */
export interface OperationDifference extends Pick<RowDifference, 'path' | 'message'> {
  kind: RowDifference['kind'] | 'error' | 'term'
  of?: Field | ErrorCode | keyof Terms
}

/** What an operation is compared with. */
export interface Expected {
  fact: OperationFact
  sources: ReadonlySet<Source>
  /** The error codes of every operation. */
  common: ErrorCode[]
}

const groups = ['query', 'headers', 'json', 'body']

/** Names each undoubted difference between an operation and the facts. */
export function compareOperation(
  { operation, example }: CompiledOperation, { fact, sources, common }: Expected,
): OperationDifference[] {
  const { request, response } = operation
  const rows = [
    ...compareRows(requestOf(request), fact.request, groups), ...compareRows([['', response]], fact.response),
  ].map(({ field, ...difference }) => ({ ...difference, ...(field && { of: field }) }))
  // A page as the source site writes it has neither an error table nor terms.
  if (example?.tabs.length) return rows
  return [
    ...rows,
    ...compareErrors(operation.errors ?? [], fact.errors, common)
      .map(({ code, message, error }) => ({ kind: 'error' as const, path: code, message, ...(error && { of: error }) })),
    ...compareTerms(operation, fact, sources)
      .map(({ name, message }) => ({ kind: 'term' as const, path: name, message, of: name })),
  ]
}

/** The fields of a request by their group. */
function requestOf({ path, query, headers, json, body }: Operation['request']) {
  return [
    ['', path], ['query', query], ['headers', headers], ['json', json?.children ?? []], ['body', body?.children ?? []],
  ] as const
}
