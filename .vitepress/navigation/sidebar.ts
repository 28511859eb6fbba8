import type { DefaultTheme } from 'vitepress'

/** What the menu needs to know of a page. */
export interface SidebarPage {
  /** Location below the docs folder, without `.md`. */
  page: string
  title: string
  /** The `id` of the heading to lead to. @default the top of the page */
  anchor?: string | undefined
  /** Name of the product, such as 支付分. @default the product of the page that shares the most folders */
  product?: string | undefined
  /** Place in the product's menu. @default after those that have one, in the order given */
  order?: number | undefined
  /** It stands in a group of its own, below the others. @default false */
  isNotification?: boolean
}

type PlacedPage = SidebarPage & { product: string }

/**
 * One menu for each product, so that a page only carries the menu it shows. VitePress picks the menu whose key is a
 * beginning of the page's path.
 */
export function productSidebar(pages: SidebarPage[]): DefaultTheme.SidebarMulti {
  const placed = pages.map(page => ({ ...page, product: productOf(page, pages) }))
  const keys = [...Map.groupBy(placed, ({ product }) => product)].flatMap(([product, members]) => {
    const items = menu(product, members)
    return prefixes(placed, product).map(prefix => [prefix, items] as const)
  })
  // VitePress prefers the key with more segments; where they have as many, the longer one must come first.
  return Object.fromEntries(keys.toSorted(([a], [b]) => b.length - a.length))
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

function productOf({ page, product }: SidebarPage, pages: SidebarPage[]): string {
  if (product) return product
  const [nearest] = pages
    .filter(other => other.product)
    .toSorted((a, b) => sharedFolders(b.page, page) - sharedFolders(a.page, page))
  return nearest?.product ?? '其他'
}

function sharedFolders(a: string, b: string): number {
  const others = b.split('/')
  const folders = a.split('/')
  const different = folders.findIndex((folder, index) => folder !== others[index])
  return different < 0 ? folders.length : different
}

/** The shortest beginnings of paths, in whole segments, that only pages of this product have. */
function prefixes(pages: PlacedPage[], product: string): string[] {
  const others = pages.filter(page => page.product !== product)
  const own = pages.filter(page => page.product === product).map(({ page }) => {
    const shared = Math.max(0, ...others.map(other => sharedFolders(other.page, page)))
    const segments = page.split('/')
    // A page that another product's pages lie below is only told from them by its ending.
    return shared === segments.length ? `/${page}.md` : `/${segments.slice(0, shared + 1).join('/')}`
  })
  return [...new Set(own)]
}
