import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FieldType } from '@wxpay-live/compiler/model'

/** The flags of a row, see the README of `packages/facts`. */
export interface Flags {
  enum?: string[]
  min?: number
  max?: number
  doubt?: string
}

/** One row of a table: what is known of a field. */
export type Row = [name: string, type: FieldType, required: 0 | 1, indent: number, flags?: Flags]

/** What is known of an operation. */
export interface OperationFact {
  verb: string
  path: string | null
  page: string
  request?: Row[]
  response?: Row[]
  /** Fields that only one source has, by dotted path. */
  maybe?: { request?: [path: string, type: FieldType, sources: string[]][] }
}

/** What one source says of an operation. */
interface SourceFact { verb: string, path: string }

/** What is known of a notification. */
export interface NotificationFact {
  event: string
  envelope: Row[]
  resource: Row[]
  alternatives?: Row[][]
  forms?: { name: string }[]
}

const read = <Fact>(name: string): Fact[] => readFileSync(
  fileURLToPath(import.meta.resolve(`@wxpay-live/facts/${name}.ndjson`)), 'utf8',
).trim().split('\n').map(line => JSON.parse(line) as Fact)

/** The facts of every operation, by method and path. */
export const operationFacts = () => new Map(read<OperationFact>('apiv3').map(fact => [`${fact.verb} ${fact.path}`, fact]))

/** The facts of every notification, by event. */
export const notificationFacts = () => new Map(read<NotificationFact>('webhooks').map(fact => [fact.event, fact]))

/** Methods and paths of the operations that an independent source describes. */
export const describedOperations = () => new Set(read<SourceFact>('sources').map(({ verb, path }) => `${verb} ${path}`))
