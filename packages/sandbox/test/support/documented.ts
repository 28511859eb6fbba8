import type { Catalog } from '@wxpay-live/compiler/model'
import json from '@wxpay-live/openapi/catalog.json' with { type: 'json' }

/** The catalog of the pages; JSON widens its types. */
export const published = json as unknown as Catalog

const { operations, errors: common = [] } = published

/** A page as the source site writes it has no error table; ours says when it was verified. */
const routes = operations.filter(({ verified }) => verified).map(({ method, path, errors = [] }) => {
  const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`)
  return { method, pattern, errors: [...errors, ...common] }
})

/**
 * Throws if the page of an operation lists neither the code nor the status of a refusal.
 * @param target path of the request, or the path template
 */
export function assertDocumented(method: string, target: string, status: number, code: unknown): void {
  const path = target.split('?')[0]!
  const route = routes.find(route => route.method === method && route.pattern.test(path))
  if (!route || route.errors.some(error => error.status === status && error.code === code)) return
  throw new Error(`${method} ${path} responds ${status} ${String(code)}, which is not in the error table of its page`)
}
