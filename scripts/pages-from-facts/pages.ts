import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createDescribe } from './describe.ts'
import type { Facts, NotificationFact, OperationFact } from '../facts/facts.ts'
import { toNotificationPage } from './notification-page.ts'
import { toOperationPage } from './operation-page.ts'
import { toGuide, toHome, toOverview, type Linked } from './overview-pages.ts'
import { toProducts, type Product } from './products.ts'
import { unfinished } from './unfinished.ts'

/** Draft pages of all facts: the text of each, by its location below the docs folder. The same facts give the same pages. */
export function toPages({ operations, notifications, glossary }: Facts): Map<string, string> {
  const describe = createDescribe(glossary)
  const pages = new Map<string, string>()
  const products = new Map<string, Product>()
  const linked = new Map<string, Linked[]>()
  const byPage = Map.groupBy(operations, ({ page }) => page)
  const productsOfPages = toProducts([...byPage.keys()])

  for (const [page, facts] of byPage) {
    const location = locationOf(facts[0]!)
    const place = placeOf(productsOfPages.get(page)!, { title: facts[0]!.title, page: location })
    pages.set(`${location}.md`, toOperationPage(facts, place, describe))
  }
  for (const fact of notifications) {
    const location = locationOf(fact)
    const place = placeOf(notificationProduct, { title: fact.title, page: location })
    pages.set(`${location}.md`, toNotificationPage(fact, { ...place, order: 100 + place.order }, describe))
  }
  for (const [index, product] of [...products.values()].entries()) {
    // Above -1: after the products that have pages.
    const order = Number(((index + 1) / (products.size + 1) - 1).toFixed(3))
    pages.set(`product/${product.slug}.md`, toOverview(product, order, linked.get(product.slug)!))
  }
  pages.set('guide/index.md', toGuide())
  pages.set('index.md', toHome([...products.values()]))
  return pages

  /** The next place in the menu of the product. */
  function placeOf(product: Product, page: Linked) {
    products.set(product.slug, product)
    const before = linked.get(product.slug) ?? []
    linked.set(product.slug, [...before, page])
    return { product, order: before.length + 1 }
  }
}

/** The facts of which a folder has no page, but for those whose drafts could not run. */
export function withoutPages(facts: Facts, folder: string): Facts {
  const isMissing = (fact: OperationFact | NotificationFact) => !existsSync(join(folder, `${locationOf(fact)}.md`))
  return {
    ...facts,
    operations: facts.operations.filter(fact => isMissing(fact) && !Object.hasOwn(unfinished, fact.page)),
    notifications: facts.notifications.filter(isMissing),
  }
}

/** Where the page of a fact is below the docs folder, without `.md`. */
function locationOf(fact: OperationFact | NotificationFact): string {
  return 'event' in fact ? `webhook/v3/${fact.event}` : `openapi/${fact.page}`
}

/** Facts do not connect events with operations. */
const notificationProduct: Product = { name: '通知', slug: 'webhook' }
