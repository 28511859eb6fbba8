import type { WrittenExample } from '../example/written-example.ts'
import type { Example, Field, JsonValue, RequestFields } from '../model/index.ts'
import { own } from '../record.ts'
import { samplesOf } from '../samples/sample.ts'
import { parseScalar, scalarOf } from '../samples/types.ts'
import { fillPlaceholders } from './fill-placeholders.ts'

/** The values to send: those of the written example, and samples for placeholders or if there is no example. */
export function toExample(request: RequestFields, written?: WrittenExample): Example {
  const path = Object.fromEntries(request.path.map(({ name, sample }) => {
    return [name, String(own(written?.variables ?? {}, name) || sample)]
  }))
  const known = written?.unknown?.has('') ? undefined : written
  const { query, headers, json } = known ? fillPlaceholders(known, request) : sampleGroups(request)
  const parts = request.body?.children ?? (known?.body && [])
  return {
    path,
    ...(query && { query }),
    ...(headers && { headers: mapValues(headers, String) }),
    ...(json !== undefined && { json }),
    ...(parts && { body: toParts(parts, known?.body ?? {}) }),
  }
}

/** The parts of a multipart body; a file is represented by its name. */
function toParts(fields: Field[], written: Record<string, JsonValue>): Record<string, JsonValue> {
  const parts = { ...samplesOf(fields), ...written }
  for (const { name, type } of fields) {
    if (type === 'object' && typeof parts[name] !== 'string') parts[name] = 'image.png'
  }
  return parts
}

/** Converts path variables and query values, which are text in a URL, to the types of their rows if the text allows it. */
export function typeUrl(example: WrittenExample, { path, query }: Pick<RequestFields, 'path' | 'query'>): WrittenExample {
  return {
    ...example,
    variables: typeValues(example.variables, path),
    ...(example.query && { query: typeValues(example.query, query) }),
  }
}

function typeValues(values: Record<string, JsonValue>, fields: Field[]): Record<string, JsonValue> {
  return mapValues(values, (value, name) => {
    const type = fields.find(field => field.name === name)?.type ?? 'string'
    const toType = (item: JsonValue) => {
      return typeof item === 'string' ? parseScalar(item, scalarOf(type)) ?? item : item
    }
    return type.endsWith('[]') || Array.isArray(value) ? [value].flat().map(toType) : toType(value)
  })
}

function sampleGroups({ query, headers, json }: RequestFields): Pick<WrittenExample, 'query' | 'headers' | 'json'> {
  return {
    ...(query.length && { query: samplesOf(query) }),
    ...(headers.length && { headers: samplesOf(headers) }),
    ...(json && { json: json.sample }),
  }
}

function mapValues<T>(
  values: Record<string, JsonValue>,
  map: (value: JsonValue, name: string) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value, name)]))
}
