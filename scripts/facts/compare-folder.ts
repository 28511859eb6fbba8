import type { CompiledFolder, CompiledOperation } from '@wxpay-live/compiler'
import type { ErrorCode, Field, Source, Terms } from '@wxpay-live/compiler/model'
import { compareNotification, type NotificationDifference } from './compare-notification.ts'
import { compareOperation, type OperationDifference } from './compare-operation.ts'
import { readFacts, readSources } from './facts.ts'

/** A difference between a page and the facts, and where. */
export interface Difference extends Pick<OperationDifference, 'kind' | 'path' | 'message'> {
  file: string
  /** 1-based. */
  line: number
}

/** Compares the pages of a folder with the facts; doubted differences are left out. */
export function compareFolder({ compiled, catalog }: Pick<CompiledFolder, 'compiled' | 'catalog'>): Difference[] {
  const { operations, notifications } = readFacts()
  const facts = new Map(operations.map(fact => [`${fact.verb} ${fact.path}`, fact]))
  const events = new Map(notifications.map(fact => [fact.event, fact]))
  const sources = Map.groupBy(readSources(), ({ verb, path }) => `${verb} ${path}`)
  const compare = (found: CompiledOperation): OperationDifference[] => {
    const { method, path } = found.operation
    const name = `${method} ${path}`
    const fact = facts.get(name)
    if (!path.startsWith('/')) return []
    if (!fact) return [{ kind: 'extra', path: '', message: `no fact knows ${name}` }]
    const ofOperation = new Set<Source>(sources.get(name)?.map(({ source }) => source))
    return compareOperation(found, { fact, sources: ofOperation, common: catalog.errors ?? [] })
  }
  return compiled.flatMap(({ file, operations, notification, lines, lineOf }) => {
    const locate = ({ of, ...difference }: OperationDifference | NotificationDifference, line: number, anchor = '') => {
      return { ...difference, file, line: lineOfPart(of, anchor) ?? line }
    }
    const lineOfPart = (of: Field | ErrorCode | keyof Terms | undefined, anchor: string) => {
      if (typeof of !== 'string') return of && lines.get(of)
      return Math.max(lineOf(of), lineOf(of, anchor))
    }
    const fact = notification && events.get(notification.event)
    return [
      ...operations.flatMap(found => (
        compare(found).map(difference => locate(difference, found.line, found.operation.anchor))
      )),
      ...fact ? compareNotification(notification, fact).map(difference => locate(difference, 1)) : [],
    ]
  })
}

/** Formats a difference as one line. */
export const formatDifference = ({ file, line, path, message }: Difference) =>
  [`${file}:${line}`, path, message].filter(Boolean).join(': ')
