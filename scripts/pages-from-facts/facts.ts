import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a row says beyond name, type, required and indent. Provenance, such as `by` and `doubt`, is ignored. */
export interface Flags {
  encrypted?: 'rsa' | 'aes-gcm'
  encoded?: 'json'
  enum?: string[]
  min?: number
  max?: number
  format?: string
}

/** A row of a table. A row with indent N is a child of the closest earlier row with indent N-1. */
export type FactRow = [name: string, type: string, required: 0 | 1, indent: number, flags?: Flags]

/** A line of `apiv3.ndjson`; only what a page shows. */
export interface OperationFact {
  page: string
  verb: string
  /** `null` if the URL is not fixed. */
  path: string | null
  title: string
  base_uri?: string
  accepts?: 'multipart'
  returns?: 'empty' | 'binary'
  status?: number
  request: FactRow[]
  response: FactRow[]
  errors?: [status: number, code: string][]
  docs: string[]
}

/** A line of `webhooks.ndjson`; only what a page shows. */
export interface NotificationFact {
  event: string
  title: string
  envelope: FactRow[]
  resource: FactRow[]
  alternatives?: FactRow[][]
  /** Names of the resource and of each alternative, in that order. */
  forms?: { name: string }[]
  answer?: FactRow[]
  docs: string[]
}

/** A line of `glossary.ndjson`: the description of a name below a parent, if our pages have one. */
export interface GlossaryEntry {
  name: string
  parent: string
  text: string | null
}

/** All facts that pages are made from. */
export interface Facts {
  operations: OperationFact[]
  notifications: NotificationFact[]
  glossary: GlossaryEntry[]
}

/**
 * Reads a folder of facts.
 * @throws if one of the three files is missing or not NDJSON
 */
export function readFacts(folder: string): Facts {
  const read = <T>(name: string): T[] => {
    const lines = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n')
    return lines.map(line => JSON.parse(line) as T)
  }
  return {
    operations: read('apiv3.ndjson'),
    notifications: read('webhooks.ndjson'),
    glossary: read('glossary.ndjson'),
  }
}
