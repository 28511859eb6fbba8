import type { WrittenExample } from '../example/written-example.ts'
import type { Example, Field, JsonValue, RequestFields } from '../model/index.ts'
import { own } from '../record.ts'

/** The values to send: those written, samples for placeholders; all samples where nothing was written. */
export function toExample(request: RequestFields, written?: WrittenExample): Example {
  const path = Object.fromEntries(request.path.map(({ name, sample }) => {
    return [name, String(own(written?.variables ?? {}, name) || sample)]
  }))
  const { query, headers, json } = written ?? {
    query: samplesOf(request.query),
    headers: samplesOf(request.headers),
    json: request.json?.sample,
  }
  return {
    path,
    ...(query && { query }),
    ...(headers && { headers: mapValues(headers, String) }),
    ...(json !== undefined && { json }),
  }
}

/** A URL holds text only: gives each query value the type its row declares, where its text can be read so. */
export function typeQuery(example: WrittenExample, fields: Field[]): WrittenExample {
  if (!example.query) return example
  const query = mapValues(example.query, (value, name) => {
    const type = fields.find(field => field.name === name)?.type ?? 'string'
    if (type.endsWith('[]')) return [value].flat().map(item => toType(item, type.slice(0, -2)))
    return toType(value, type)
  })
  return { ...example, query }
}

function toType(value: JsonValue, type: string): JsonValue {
  if (typeof value !== 'string' || type === 'string') return value
  if (type === 'boolean') return value === 'true' || value === 'false' ? value === 'true' : value
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
}

function samplesOf(fields: Field[]): Record<string, JsonValue> | undefined {
  return fields.length ? Object.fromEntries(fields.map(({ name, sample }) => [name, sample])) : undefined
}

function mapValues<T>(
  values: Record<string, JsonValue>,
  map: (value: JsonValue, name: string) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value, name)]))
}
