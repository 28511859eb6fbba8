import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Field, FieldType, JsonValue, Method, Operation } from '@wxpay-live/compiler/model'
import { field, operation } from './catalog.ts'

interface Flags { enum?: string[], encrypted?: 'rsa' | 'aes-gcm', alt?: number }

type Row = [name: string, type: FieldType, required: 0 | 1, indent: number, flags?: Flags]

interface Fact extends Pick<Operation, 'page' | 'status' | 'returns' | 'accepts'> {
  verb: Method
  path: string | null
  request: Row[]
  response: Row[]
}

const read = <T>(name: string) => readFileSync(
  fileURLToPath(import.meta.resolve(`@wxpay-live/facts/${name}.ndjson`)), 'utf8',
).trim().split('\n').map(line => JSON.parse(line) as T)

/** Returns an operation for each fact, with valid samples. */
export function operationsOfFacts(): Operation[] {
  return read<Fact>('apiv3').map(({ page, verb, path, request, response, status, returns, accepts }) => {
    const rows = nest(request)
    const group = (name: string) => rows.find(row => row.name === name)
    const template = path ?? '{download_url}'
    const json = group('json')
    const body = group('body')
    const reply = { ...status && { status }, ...returns && { returns }, ...accepts && { accepts } }
    return { ...reply, ...operation(verb, template, {
      path: rows.filter(row => template.includes(`{${row.name}}`)),
      query: group('query')?.children ?? [],
      headers: group('headers')?.children ?? [],
      ...(json && { json }),
      ...(body && { body }),
    }, nest(response)), page: `openapi/${page}` }
  })
}

interface EventFact { event: string, resource: Row[], alternatives?: Row[][] }

/** Returns the forms of the decrypted resource by event. */
export function resourcesOfFacts(): Map<string, Field[][]> {
  return new Map(read<EventFact>('webhooks').map(({ event, resource, alternatives = [] }) =>
    [event, [resource, ...alternatives].map(nest)]))
}

function nest(rows: Row[]): Field[] {
  const root: Field[] = []
  const open: Field[][] = [root]
  for (const [name, type, required, indent, { enum: values, ...flags } = {}] of rows) {
    const children: Field[] = []
    // One row declares texts for a number.
    const declared = type === 'number' && values?.some(text => !Number(text)) ? undefined : values
    open[indent]!.push(field(required ? name : `${name}?`, type, {
      children, sample: formatted[name] ?? sampleOf(type, declared),
      ...(declared && { enum: declared }), ...flags,
    }))
    open[indent + 1] = children
  }
  return root
}

/** Samples of fields whose format or merchant is validated. */
const formatted: Record<string, string> = {
  bill_date: '2025-01-01', time_expire: '2099-12-31T10:34:56+08:00', notify_url: 'https://www.example.com/notify',
  acquiring_bank_id: '1900000109',
}

/** Returns a value of that type; the first declared one, if any. */
export function sampleOf(type: FieldType, declared?: string[]): JsonValue {
  if (type.endsWith('[]')) return [sampleOf(type.slice(0, -2) as FieldType, declared)]
  const text = declared?.[0]
  switch (type) {
    case 'integer': case 'number': return Number(text ?? 1)
    case 'boolean': return text !== 'false'
    case 'object': return {}
    default: return text ?? '1217752501201407033233368018'
  }
}

/** Returns a value for a field with every member. */
export function valueOf(field: Field): JsonValue {
  if (!field.children?.length || !field.type.startsWith('object')) return field.sample
  const value = Object.fromEntries(field.children.map(child => [child.name, valueOf(child)]))
  return field.type.endsWith('[]') ? [value] : value
}
