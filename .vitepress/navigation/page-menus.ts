import type { DefaultTheme } from 'vitepress'

/** The menus of the pages, by their number. */
export interface PageMenus {
  /** Returns the number of a page's menu; undefined if the page has none. */
  numberOf: (relativePath: string) => number | undefined
  /** Returns the module that adds a menu to the site; it imports `addMenu` from a module. */
  code: (number: number, kit: string) => string
}

/**
 * Lets each page load its menu only, so that a page is as small however many menus there are.
 * @param sidebar menus by path; VitePress takes the key with most segments, then the longest
 */
export function createPageMenus(sidebar: DefaultTheme.SidebarMulti): PageMenus {
  const keys = Object.keys(sidebar).toSorted((a, b) => b.split('/').length - a.split('/').length || b.length - a.length)
  const menus = [...new Set(Object.values(sidebar))]
  return {
    numberOf(relativePath) {
      const key = keys.find(key => `/${relativePath}`.startsWith(key))
      return key === undefined ? undefined : menus.indexOf(sidebar[key]!)
    },
    code(number, kit) {
      const menu = menus[number]!
      const paths = keys.filter(key => sidebar[key] === menu)
      return [
        `import { addMenu } from ${JSON.stringify(kit)}`,
        `addMenu(${JSON.stringify(paths)}, JSON.parse(${JSON.stringify(JSON.stringify(menu))}))`,
        '',
      ].join('\n')
    },
  }
}
