import type { Field, JsonValue, Operation, Terms } from '../model/index.ts'
import { own } from '../record.ts'
import { samplesOf } from '../samples/sample.ts'
import { standardHeaders } from '../standard-headers.ts'
import { errorResponses } from './error-responses.ts'
import { objectSchema, schemaOf, type Schema } from './schema.ts'

/** Writes an operation as an OpenAPI 3.1 operation object. */
export function operationObject(operation: Operation, operationId: string): Schema {
  const { title, product, references: [url], baseUri, request, example, errors = [] } = operation
  const parameters = [
    ...request.path.map(field => parameter('path', field, own(example.path, field.name))),
    ...request.query.map(field => parameter('query', field, own(example.query ?? {}, field.name))),
    ...headerParameters(request.headers, example.headers),
  ]
  const requestBody = requestBodyOf(operation)
  return {
    operationId,
    summary: title,
    ...(product && { tags: [product] }),
    ...(url && { externalDocs: { url } }),
    ...(baseUri && { servers: [{ url: baseUri.replace(/\/$/, '') }] }),
    ...(parameters.length && { parameters }),
    ...(requestBody && { requestBody }),
    responses: {
      ...errorResponses(errors), ...responsesOf(operation), default: { $ref: '#/components/responses/Error' },
    },
    ...termsOf(operation),
  }
}

/** OpenAPI has no words for the terms of an operation. */
function termsOf({ roles, rate, counterpart, verified }: Terms): Schema {
  return {
    ...(roles && { 'x-roles': roles }),
    ...(rate && { 'x-rate-limit': rate }),
    ...(counterpart && { 'x-counterpart': counterpart }),
    ...(verified && { 'x-verified': { ...verified } }),
  }
}

/** The header parameters, without headers that OpenAPI describes elsewhere, such as `Content-Type`. */
export function headerParameters(fields: Field[], values: Record<string, JsonValue> = {}): Schema[] {
  return fields
    .filter(({ name }) => !standardHeaders.includes(name.toLowerCase()))
    .map(field => parameter('header', field, own(values, field.name)))
}

function parameter(location: 'path' | 'query' | 'header', field: Field, value?: JsonValue): Schema {
  const { description, ...schema } = schemaOf(field)
  return {
    name: field.name,
    in: location,
    ...((field.required || location === 'path') && { required: true }),
    ...(description && { description }),
    schema,
    example: value ?? field.sample,
  }
}

function requestBodyOf({ request: { json, body }, accepts, example }: Operation): Schema | undefined {
  if (accepts === 'multipart') {
    const { properties, ...schema } = objectSchema(body?.children ?? [])
    const files = (body?.children ?? []).filter(({ type, children }) => type === 'object' && !children)
    const file = { type: 'string', contentMediaType: 'application/octet-stream' }
    const parts = { ...properties, ...Object.fromEntries(files.map(({ name }) => [name, file])) }
    return { required: true, content: { 'multipart/form-data': { schema: { ...schema, properties: parts } } } }
  }
  if (!json) return undefined
  return {
    ...(json.required && { required: true }),
    content: { 'application/json': { schema: schemaOf(json), example: example.json ?? json.sample } },
  }
}

function responsesOf({ response, returns, status = 204 }: Operation): Schema {
  if (returns === 'binary') return { 200: { description: '文件', content: { 'application/octet-stream': {} } } }
  if (!response.length) return { [status]: { description: status === 202 ? '已受理' : '成功，没有内容' } }
  return { 200: { description: '成功', content: jsonContent(response) } }
}

/** The content of a JSON body with these fields, with an example. */
export function jsonContent(fields: Field[]): Schema {
  return { 'application/json': { schema: objectSchema(fields), example: samplesOf(fields) } }
}
