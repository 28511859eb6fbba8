import type { DefaultTheme } from 'vitepress'
import { escapeHtml } from '../theme/escape-html.ts'
import { menusByFolder } from './folders.ts'

/** A page or operation with the data of its menu entry. */
export interface SidebarPage {
  /** Path in the docs folder, without `.md`. */
  page: string
  title: string
  /** `id` of the heading to link to. @default the top of the page */
  anchor?: string | undefined
  /** Product name, such as 支付分. @default the product of the page that shares the most folders, or else a folder */
  product?: string | undefined
  /** Sort key in the menu of the product. @default after all pages that have one */
  order?: number | undefined
  /** Whether the page is listed in a separate group at the end of the menu. @default false */
  isNotification?: boolean
}

type ProductPage = SidebarPage & { product: string }

/**
 * Builds one menu per product, so a page includes only the menu it shows. VitePress picks the menu whose key is a prefix
 * of the page's path.
 */
export function productSidebar(pages: SidebarPage[]): DefaultTheme.SidebarMulti {
  const productPages = withProducts(pages)
  const menus = [...Map.groupBy(productPages, ({ product }) => product)].flatMap(([product, members]) => {
    const items = menu(product, members)
    return prefixes(productPages, product).map(prefix => [prefix, items] as const)
  })
  // VitePress prefers the key with more segments, then the earlier one: a longer key must precede its own prefix.
  return Object.fromEntries(menus.toSorted(([a], [b]) => b.length - a.length))
}

/** VitePress inserts the texts of a menu as HTML. */
function menu(product: string, pages: SidebarPage[]): DefaultTheme.SidebarItem[] {
  const ordered = pages.toSorted((a, b) => (a.order ?? Number.MAX_VALUE) - (b.order ?? Number.MAX_VALUE))
  const groups = Map.groupBy(ordered, ({ isNotification }) => isNotification ? '通知' : product)
  return [product, '通知'].flatMap((text) => {
    const items = groups.get(text)?.map(({ page, title, anchor }) => (
      { text: escapeHtml(title), link: `/${page}${anchor ? `#${anchor}` : ''}` }
    ))
    return items ? [{ text: escapeHtml(text), items }] : []
  })
}

/** Adds the product of each page: its own, that of a neighbour, or else a folder. */
function withProducts(pages: SidebarPage[]): ProductPage[] {
  const known = pages.filter(({ product }) => product)
  const found = pages.map(({ page, product }) => product || neighbour(page, known)?.product)
  const folders = menusByFolder(pages.map(({ page }) => page).filter((_, index) => !found[index]))
  return pages.map((page, index) => ({ ...page, product: found[index] || folders.get(page.page)! }))
}

/** The page that shares the most folders, the first of several, if more than `openapi/v3`. */
function neighbour(page: string, others: SidebarPage[]): SidebarPage | undefined {
  const shared = others.map(other => sharedFolders(other.page, page))
  const most = Math.max(...shared)
  return most > 2 ? others[shared.indexOf(most)] : undefined
}

function sharedFolders(a: string, b: string): number {
  const others = b.split('/')
  const folders = a.split('/')
  const different = folders.findIndex((folder, index) => folder !== others[index])
  return different < 0 ? folders.length : different
}

/** Returns the shortest path prefixes, in whole segments, that match pages of this product only. */
function prefixes(pages: ProductPage[], product: string): string[] {
  const others = pages.filter(page => page.product !== product)
  const own = pages.filter(page => page.product === product).map(({ page }) => {
    const shared = Math.max(0, ...others.map(other => sharedFolders(other.page, page)))
    const segments = page.split('/')
    // If another product has pages below this one, only the extension distinguishes them.
    return shared === segments.length ? `/${page}.md` : `/${segments.slice(0, shared + 1).join('/')}`
  })
  return [...new Set(own)]
}
