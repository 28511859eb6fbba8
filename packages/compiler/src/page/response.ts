import type { WrittenExample } from '../example/written-example.ts'
import type { Field, Operation } from '../model/index.ts'

type OperationResponse = Pick<Operation, 'response' | 'returns' | 'status'>

/**
 * What an operation answers. Its table lists the members of the JSON body, or, where all its rows are `status`,
 * `headers` and `body`, the parts of a response that need not be JSON: a `body` of type string is bytes, and none is empty.
 * Without a table, the example tells; where it does not, the response is empty.
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
