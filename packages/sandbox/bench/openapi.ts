import type { Catalog, Field, Operation } from '@wxpay-live/compiler/model'

/** Describes a catalog's operations in OpenAPI 3.1, as far as a mock server needs it. */
export function openapiOf({ operations }: Catalog) {
  const paths: Record<string, Record<string, object>> = {}
  const shapes = new Set<string>()
  for (const operation of operations) {
    // Others refuse two paths that differ in the names of their variables only.
    const shape = `${operation.method} ${operation.path.replace(/\{\w+\}/g, '{}')}`
    if (shapes.has(shape)) continue
    shapes.add(shape)
    const path = paths[operation.path] ??= {}
    path[operation.method.toLowerCase()] = describe(operation)
  }
  return { openapi: '3.1.0', info: { title: 'WeChat Pay APIv3', version: '1' }, paths }
}

function describe({ path, request, response }: Operation) {
  const schema = objectOf(response)
  const body = request.json?.children
  const variables = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  return {
    parameters: [
      ...variables.map(name => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...request.query.map(field =>
        ({ name: field.name, in: 'query', required: field.required, schema: schemaOf(field) })),
    ],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: objectOf(body) } } } }),
    responses: response.length
      ? { 200: { description: 'OK', content: { 'application/json': { schema } } } }
      : { 204: { description: 'No Content' } },
  }
}

const objectOf = (fields: Field[]): object => ({
  type: 'object',
  required: fields.filter(({ required }) => required).map(({ name }) => name),
  properties: Object.fromEntries(fields.map(field => [field.name, schemaOf(field)])),
})

function schemaOf(field: Field): object {
  const type = field.type.replace('[]', '')
  const declared = type === 'string' && field.enum && { enum: field.enum }
  const item = type === 'object' ? objectOf(field.children ?? []) : { type, ...declared }
  return field.type.endsWith('[]') ? { type: 'array', items: item } : item
}
