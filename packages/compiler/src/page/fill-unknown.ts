import type { WrittenExample } from '../example/written-example.ts'
import type { Field, JsonValue, RequestFields } from '../model/index.ts'
import { samplesOf } from '../samples/sample.ts'

type Groups = Pick<WrittenExample, 'query' | 'headers' | 'json'>
type Members = Record<string, JsonValue>

/** Replaces the values that only a run can determine by the samples of their rows; drops those without a row. */
export function fillUnknown(written: WrittenExample, request: RequestFields): Groups {
  const { query, headers, json, unknown } = written
  if (!unknown) return written
  return {
    ...(query && { query: fillMembers(query, request.query, 'query') }),
    ...(headers && { headers: fillMembers(headers, request.headers, 'headers') }),
    ...(json !== undefined && { json: fill(json, request.json, 'json') ?? {} }),
  }

  function fill(value: JsonValue, field: Field | undefined, at: string): JsonValue | undefined {
    if (unknown?.has(at)) return field?.sample
    if (Array.isArray(value)) return value.map((item, index) => fill(item, field, `${at}/${index}`) ?? item)
    if (typeof value !== 'object' || value === null) return value
    return fillMembers(value, field?.children ?? [], at)
  }

  function fillMembers(values: Members, fields: Field[], at: string): Members {
    if (unknown?.has(at)) return samplesOf(fields)
    return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => {
      const filled = fill(value, fields.find(field => field.name === name), `${at}/${name}`)
      return filled === undefined ? [] : [[name, filled]]
    }))
  }
}
