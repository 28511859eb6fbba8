import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FieldType, Method, Source } from '@wxpay-live/compiler/model'

/** The flags of a row, see the README of `packages/facts`. */
export interface Flags {
  encrypted?: 'rsa' | 'aes-gcm'
  encoded?: 'json'
  enum?: string[]
  min?: number
  max?: number
  pattern?: string
  format?: string
  when?: string
  doubt?: string
}

/** A row of a table. A row with indent N is a child of the closest earlier row with indent N-1. */
export type FactRow = [name: string, type: FieldType, required: 0 | 1, indent: number, flags?: Flags]

/** What a page calls the roles of the facts. */
export const roleNames = {
  direct: '直连商户', partner: '服务商', platform: '平台商户', channel: '渠道商', institution: '机构', brand: '品牌',
} as const

/** A line of `apiv3.ndjson`. */
export interface OperationFact {
  page: string
  verb: Method
  /** `null` if the URL is not fixed. */
  path: string | null
  title: string
  base_uri?: string
  accepts?: 'multipart'
  returns?: 'empty' | 'binary'
  status?: number
  roles?: (keyof typeof roleNames)[]
  rate?: string
  counterpart?: string
  request: FactRow[]
  response: FactRow[]
  errors?: [status: number, code: string][]
  /** Fields that only one source has, by dotted path. */
  maybe?: { request?: [path: string, type: FieldType, sources: string[]][] }
  docs: string[]
}

/** A line of `webhooks.ndjson`. */
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
  /** What some rows say instead. @default [] */
  others?: string[]
}

/** A line of `sources.ndjson`: what one source says of an operation. */
export interface SourceFact {
  verb: Method
  path: string
  source: Source
  /** Set if the source was compared in its error codes and roles alone. */
  only?: string
}

/** The facts that pages are made from. */
export interface Facts {
  operations: OperationFact[]
  notifications: NotificationFact[]
  glossary: GlossaryEntry[]
}

/** The folder of the facts of the repository. */
const ours = fileURLToPath(new URL('../../packages/facts', import.meta.url))

/**
 * Reads a folder of facts.
 * @param folder the facts of the repository if not given
 * @throws if one of the three files is missing or not NDJSON
 */
export function readFacts(folder = ours): Facts {
  return {
    operations: readLines(folder, 'apiv3.ndjson'),
    notifications: readLines(folder, 'webhooks.ndjson'),
    glossary: readLines(folder, 'glossary.ndjson'),
  }
}

/** Reads what each source says of the tables of each operation. */
export function readSources(): SourceFact[] {
  return readLines<SourceFact>(ours, 'sources.ndjson').filter(({ only }) => !only)
}

function readLines<T>(folder: string, name: string): T[] {
  const lines = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n')
  return lines.map(line => JSON.parse(line) as T)
}
