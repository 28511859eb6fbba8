import type { DefaultTheme } from 'vitepress'
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
  const products = productsByPath(productPages)
  const menus = [...Map.groupBy(productPages, ({ product }) => product)].flatMap(([product, members]) => {
    const items = menu(product, members)
    const prefixes = new Set(members.map(({ page }) => prefixOf(page, products)))
    return Array.from(prefixes, prefix => [prefix, items] as const)
  })
  // VitePress prefers the key with more segments, then the earlier one: a longer key must precede its own prefix.
  return Object.fromEntries(menus.toSorted(([a], [b]) => b.length - a.length))
}

function menu(product: string, pages: SidebarPage[]): DefaultTheme.SidebarItem[] {
  const ordered = pages.toSorted((a, b) => (a.order ?? Number.MAX_VALUE) - (b.order ?? Number.MAX_VALUE))
  const groups = Map.groupBy(ordered, ({ isNotification }) => isNotification ? '通知' : product)
  return [product, '通知'].flatMap((text) => {
    const items = groups.get(text)?.map(({ page, title, anchor }) => (
      { text: title, link: `/${page}${anchor ? `#${anchor}` : ''}` }
    ))
    return items ? [{ text, items }] : []
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

/** The paths that a path begins with, in whole segments, the shortest first, and itself. */
function beginnings(page: string): string[] {
  const segments = page.split('/')
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'))
}

/** Returns the products of the pages below each path. */
function productsByPath(pages: ProductPage[]): Map<string, Set<string>> {
  const products = new Map<string, Set<string>>()
  for (const { page, product } of pages) {
    for (const path of beginnings(page)) products.set(path, (products.get(path) ?? new Set()).add(product))
  }
  return products
}

/** Returns the shortest path prefix, in whole segments, that matches only pages of the product of a page. */
function prefixOf(page: string, products: Map<string, Set<string>>): string {
  const own = beginnings(page).find(path => products.get(path)!.size === 1)
  // If another product has pages below this one, only the extension distinguishes them.
  return own === undefined ? `/${page}.md` : `/${own}`
}
