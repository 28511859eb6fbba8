import type { WrittenExample } from '../example/written-example.ts'
import type { Field, JsonValue, RequestFields } from '../model/index.ts'
import { samplesOf } from '../samples/sample.ts'

type Groups = Pick<WrittenExample, 'query' | 'headers' | 'json'>
type Members = Record<string, JsonValue>

/**
 * Replaces empty texts, and values that only a run can determine, with the samples of their rows; drops unknown values
 * without a row.
 */
export function fillPlaceholders(written: WrittenExample, request: RequestFields): Groups {
  const { query, headers, json, unknown } = written
  const filledJson = json === undefined
    ? undefined
    : fill(json, request.json?.sample, request.json?.children, 'json')
  return {
    ...(query && { query: fillMembers(query, request.query, 'query') }),
    ...(headers && { headers: fillMembers(headers, request.headers, 'headers') }),
    ...(json !== undefined && { json: filledJson === undefined ? {} : filledJson }),
  }

  function fill(
    value: JsonValue,
    sample: JsonValue | undefined,
    children: Field[] | undefined,
    at: string,
  ): JsonValue | undefined {
    if (unknown?.has(at)) return sample
    if (value === '') return sample ?? value
    if (Array.isArray(value)) {
      const itemSample = Array.isArray(sample) ? sample[0] : undefined
      return value.map((item, index) => fill(item, itemSample, children, `${at}/${index}`) ?? item)
    }
    return typeof value === 'object' && value !== null ? fillMembers(value, children ?? [], at) : value
  }

  function fillMembers(values: Members, fields: Field[], at: string): Members {
    if (unknown?.has(at)) return samplesOf(fields)
    return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => {
      const field = fields.find(field => field.name === name)
      const filled = fill(value, field?.sample, field?.children, `${at}/${name}`)
      return filled === undefined ? [] : [[name, filled]]
    }))
  }
}
