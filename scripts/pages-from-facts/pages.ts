import { createDescribe } from './describe.ts'
import type { Facts, NotificationFact } from '../facts/facts.ts'
import { toNotificationPage } from './notification-page.ts'
import { toOperationPage } from './operation-page.ts'
import { toGuide, toHome, toOverview, type Linked } from './overview-pages.ts'
import { toProducts, type Product } from './products.ts'

/** Draft pages of all facts: the text of each, by its location below the docs folder. The same facts give the same pages. */
export function toPages({ operations, notifications, glossary }: Facts): Map<string, string> {
  const describe = createDescribe(glossary)
  const pages = new Map<string, string>()
  const products = new Map<string, Product>()
  const linked = new Map<string, Linked[]>()
  const byPage = Map.groupBy(operations, ({ page }) => page)
  const productsOfPages = toProducts([...byPage.keys()])

  for (const [page, facts] of byPage) {
    const place = placeOf(productsOfPages.get(page)!, { title: facts[0]!.title, page: `openapi/${page}` })
    pages.set(`openapi/${page}.md`, toOperationPage(facts, place, describe))
  }
  for (const fact of notifications) {
    const place = placeOf(productOf(fact), { title: fact.title, page: `webhook/v3/${fact.event}` })
    pages.set(`webhook/v3/${fact.event}.md`, toNotificationPage(fact, { ...place, order: 100 + place.order }, describe))
  }
  for (const [index, product] of [...products.values()].entries()) {
    pages.set(`product/${product.slug}.md`, toOverview(product, index - products.size, linked.get(product.slug)!))
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

/** Events are grouped by their first word: facts do not connect them with operations. */
function productOf({ event }: NotificationFact): Product {
  const [word = ''] = event.split('.')
  return { name: `通知 ${word}`, slug: `webhook-${word.toLowerCase().replaceAll('_', '-')}` }
}
