import type { CompiledPage } from '@wxpay-live/compiler'
import type { Catalog } from '@wxpay-live/compiler/model'
import { withTolerances } from '../../scripts/facts/tolerances.ts'

/** Returns the catalog with what a page says now, complete as `npm run generate` makes it. */
export function replacePage(catalog: Catalog, page: string, compiled: CompiledPage): Catalog {
  const { operations, notification } = compiled
  const others = catalog.operations.filter(operation => `${operation.page}.md` !== page)
  const own = withTolerances({ operations: operations.map(({ operation }) => operation) })
  const notifications = catalog.notifications?.filter(({ event }) => event !== notification?.event) ?? []
  if (notification) notifications.push(notification)
  return { ...catalog, operations: [...others, ...own.operations], notifications }
}
