import type { PageSummary } from '@wxpay-live/compiler'
import type { PageSection } from './build-index.ts'

/** Sorts sections as the menus do: the guide, then product by product; those of one page keep their order. */
export function inMenuOrder(sections: PageSection[], pages: PageSummary[]): PageSection[] {
  const number = (value: unknown) => typeof value === 'number' ? value : 1000
  const overviews = pages.filter(({ page }) => page.startsWith('product/'))
  const products = new Map(overviews.map(({ frontmatter: { product, order } }) => [product, number(order)]))
  const keys = new Map(pages.map(({ page, frontmatter: { product, order } }) => {
    const rank = page.startsWith('guide/') ? -Infinity : products.get(product) ?? Infinity
    return [page, [rank, number(order)] as const]
  }))
  const keyOf = ({ page }: PageSection) => keys.get(page) ?? [Infinity, Infinity] as const
  return sections.toSorted((a, b) => {
    const [productA, orderA] = keyOf(a)
    const [productB, orderB] = keyOf(b)
    return compare(productA, productB) || compare(orderA, orderB) || compare(a.page, b.page)
  })
}

const compare = <T extends number | string>(a: T, b: T) => a < b ? -1 : Number(a > b)
