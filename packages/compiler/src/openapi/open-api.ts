import type { Catalog, JsonValue, Operation } from '../model/index.ts'
import { toProperties } from '../path/chain.ts'
import { componentsOf } from './components.ts'
import { operationObject } from './operation-object.ts'
import type { Schema } from './schema.ts'
import { webhookObject } from './webhook-object.ts'

/** An OpenAPI 3.1 document; see https://spec.openapis.org/oas/v3.1.1.html. */
export type OpenApi = Record<string, JsonValue>

/**
 * Writes a catalog as an OpenAPI 3.1 document. Paths that OpenAPI does not allow are listed under `x-other-paths`: a
 * full URL from another operation's response, and any path that differs from an earlier one only in variable names.
 * @param version version of the document
 */
export function toOpenApi(catalog: Catalog, version: string): OpenApi {
  const { operations, notifications = [], errors } = catalog
  const paths: Record<string, Schema> = {}
  const others: Record<string, Schema> = {}
  const templates = new Map<string, string>()
  const ids = new Map<string, number>()
  for (const operation of operations) {
    const { path, method } = operation
    const shape = path.replace(/\{[^{}]*\}/g, '{}')
    const first = templates.get(shape) ?? path
    templates.set(shape, first)
    const items = first === path && path.startsWith('/') ? paths : others
    const id = operationId(operation, ids)
    items[path] = { ...items[path], [method.toLowerCase()]: operationObject(operation, id) }
  }
  const tags = [...new Set(operations.flatMap(({ product }) => product ?? []))]
  return {
    openapi: '3.1.1',
    info: { title: '微信支付 APIv3', version },
    servers: [{ url: 'https://api.mch.weixin.qq.com' }],
    security: [{ wechatpay: [] }],
    ...(tags.length && { tags: tags.map(name => ({ name })) }),
    paths,
    ...(notifications.length && {
      webhooks: Object.fromEntries(notifications.map(item => [item.event, webhookObject(item)])),
    }),
    components: componentsOf(errors),
    ...(Object.keys(others).length && { 'x-other-paths': others }),
  }
}

/** A unique identifier for an operation: `postV3PayTransactionsJsapi`. */
function operationId({ method, path }: Operation, ids: Map<string, number>): string {
  const words = toProperties(path).flatMap(property => property.split(/[^A-Za-z0-9]+/)).filter(Boolean)
  const id = method.toLowerCase() + words.map(word => word[0]!.toUpperCase() + word.slice(1)).join('')
  const count = (ids.get(id) ?? 0) + 1
  ids.set(id, count)
  return count > 1 ? `${id}${count}` : id
}
