import type { Catalog, Operation } from '@wxpay-live/compiler/model'
import { readFacts, readSources, type OperationFact } from './facts.ts'

/**
 * Adds to each operation the fields that its requests may have although the tables do not: fields of a single source, and
 * any field if no independent source describes the operation.
 */
export function withTolerances({ operations, ...catalog }: Catalog): Catalog {
  const facts = new Map(readFacts().operations.map(fact => [`${fact.verb} ${fact.path}`, fact]))
  const described = new Set(readSources().map(({ verb, path }) => `${verb} ${path}`))
  return {
    operations: operations.map((operation) => {
      const name = `${operation.method} ${operation.path}`
      if (!described.has(name)) return { ...operation, tolerates: true }
      const tolerates = locationsOf(operation, facts.get(name))
      return tolerates.length ? { ...operation, tolerates } : operation
    }),
    ...catalog,
  }
}

/** Doubtful fields are members of the body if the operation has one. */
function locationsOf({ request }: Operation, fact: OperationFact | undefined): string[] {
  const group = request.json ? 'body' : 'query'
  return (fact?.maybe?.request ?? []).map(([path]) => `/${group}/${path.replaceAll('.', '/')}`)
}
