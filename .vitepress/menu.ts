import type { PageSummary } from '@wxpay-live/compiler'
import type { DefaultTheme } from 'vitepress'
import { productSidebar } from './sidebar.ts'

const text = (value: unknown): string | undefined => typeof value === 'string' ? value : undefined
const number = (value: unknown): number | undefined => typeof value === 'number' ? value : undefined

/** The menus of the site, derived from the front matter of its pages: one for each product, one for the guide. */
export function menus(pages: PageSummary[]): DefaultTheme.SidebarMulti {
  return productSidebar(pages
    .filter(({ page }) => page.includes('/'))
    .map(({ page, frontmatter: { title, product, order } }) => ({
      page: page.replace(/(^|\/)index$/, '$1'),
      title: text(title) ?? page,
      product: page.startsWith('guide/') ? '指南' : text(product),
      order: number(order),
    })))
}
