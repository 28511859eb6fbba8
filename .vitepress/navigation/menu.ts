import type { PageSummary } from '@wxpay-live/compiler'
import type { Operation } from '@wxpay-live/compiler/model'
import type { DefaultTheme } from 'vitepress'
import { productSidebar } from './sidebar.ts'

/** Most products in the top menu, which every page has; the home page lists all. */
const mostProducts = 24

/** Name of the guide's menu. */
const guide = '指南'

const text = (value: unknown): string | undefined => typeof value === 'string' ? value : undefined
const number = (value: unknown): number | undefined => typeof value === 'number' ? value : undefined

/** Suffix of a notification page's title, such as `(REFUND.SUCCESS)通知`. */
const titleSuffix = /\([A-Z_.]+\)通知.*$/

/**
 * Builds the sidebar menus from the pages: one per product and one for the guide. A page with several operations gets an
 * entry for each.
 */
export function menus(pages: PageSummary[], operations: Operation[]): DefaultTheme.SidebarMulti {
  const operationsOf = Map.groupBy(operations, ({ page }) => page)
  return productSidebar(pages.filter(({ page }) => page.includes('/')).flatMap(({ page, frontmatter }) => {
    const { title, product, order } = frontmatter
    const entry = {
      page: page.replace(/(^|\/)index$/, '$1'),
      product: page.startsWith('guide/') ? guide : text(product),
      order: number(order),
      isNotification: page.startsWith('webhook/'),
    }
    const [, ...further] = operationsOf.get(page) ?? []
    return [
      { ...entry, title: text(title)?.replace(titleSuffix, '') ?? page },
      ...further.map(({ title, anchor }) => ({ ...entry, title, anchor })),
    ]
  }))
}

/** The pages beside the folders, but for the home page: the clinic and its like. */
const tools = (pages: PageSummary[]): DefaultTheme.NavItem[] => pages
  .filter(({ page }) => !page.includes('/') && page !== 'index')
  .toSorted((a, b) => (number(a.frontmatter.order) ?? 0) - (number(b.frontmatter.order) ?? 0))
  .map(({ page, frontmatter }) => ({ text: text(frontmatter.title) ?? page, link: `/${page}` }))

/** Builds the top menu: the first page of each product, sorted by the `order` of its overview, the guide, and the tools. */
export function topMenu(sidebar: DefaultTheme.SidebarMulti, pages: PageSummary[]): DefaultTheme.NavItem[] {
  const overviews = pages.filter(({ page }) => page.startsWith('product/'))
  const rank = (name: string) =>
    number(overviews.find(({ frontmatter }) => frontmatter.product === name)?.frontmatter.order) ?? 0
  const groups = Object.values(sidebar).flatMap(menu => (Array.isArray(menu) ? menu : menu.items).slice(0, 1))
  const links = new Map(groups.map(({ text = '', items }) => [text, { text, link: items?.[0]?.link ?? '/' }]))
  const { link } = links.get(guide) ?? { link: '/guide/' }
  links.delete(guide)
  const products = [...links.values()].toSorted((a, b) => rank(a.text) - rank(b.text))
  return [
    {
      text: '产品',
      activeMatch: '^/(invoke|openapi|product|webhook)/',
      items: products.length > mostProducts
        ? [...products.slice(0, mostProducts), { text: '全部产品', link: '/' }]
        : products,
    },
    { text: guide, link, activeMatch: '^/guide/' },
    ...tools(pages),
  ]
}
