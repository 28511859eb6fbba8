import type { WrittenExample } from '../example/written-example.ts'
import type { Field, Operation } from '../model/index.ts'

type OperationResponse = Pick<Operation, 'response' | 'returns' | 'status'>

/**
 * Reads the response of an operation. Its table lists the fields of the JSON body. If all rows are `status`, `headers`
 * or `body`, they describe the whole response instead: a `body` of type string is binary, and no `body` means empty.
 * Without a table, the written example decides; the default is an empty response.
 */
export function readResponse(fields: Field[], written: WrittenExample['response']): OperationResponse {
  const body = fields.find(({ name }) => name === 'body')
  const statusRow = fields.find(({ name, type }) => name === 'status' && /^(?:integer|number)$/.test(type))
  const isWhole = fields.every(field => field === body || field === statusRow || field.name === 'headers')
  if (!isWhole) return { response: fields }
  if (body) return body.type === 'string' ? { response: [], returns: 'binary' } : { response: body.children ?? [] }
  if (written?.returns === 'binary') return { response: [], returns: 'binary' }
  const status = Number(/`(\d{3})`/.exec(statusRow?.description ?? '')?.[1] ?? written?.status ?? 204)
  return { response: [], returns: 'empty', status }
}
