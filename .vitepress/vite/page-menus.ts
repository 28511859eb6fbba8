import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import type { DefaultTheme } from 'vitepress'

const id = 'virtual:menu/'
const addMenu = JSON.stringify(fileURLToPath(new URL('../theme/page/add-menu.ts', import.meta.url)))

/** The menus by their number, each with the paths it is for. */
export interface PageMenus {
  /** Returns the module that adds the menu of a page to the site; undefined if the page has no menu. */
  moduleOf: (relativePath: string) => string | undefined
  /** Provides these modules. */
  plugin: Plugin
}

/**
 * Lets each page load its menu only, so that a page is as small however many menus there are.
 * @param sidebar menus by path; VitePress takes the key with most segments, then the longest
 */
export function pageMenus(sidebar: DefaultTheme.SidebarMulti): PageMenus {
  const keys = Object.keys(sidebar).toSorted((a, b) => b.split('/').length - a.split('/').length || b.length - a.length)
  const menus = [...new Set(Object.values(sidebar))]
  return {
    moduleOf(relativePath) {
      const key = keys.find(key => `/${relativePath}`.startsWith(key))
      return key === undefined ? undefined : `${id}${menus.indexOf(sidebar[key]!)}`
    },
    plugin: {
      name: 'wxpay-live:page-menus',
      resolveId: source => source.startsWith(id) ? `\0${source}` : undefined,
      load(resolved) {
        if (!resolved.startsWith(`\0${id}`)) return undefined
        const menu = menus[Number(resolved.slice(id.length + 1))]!
        const paths = keys.filter(key => sidebar[key] === menu)
        return [
          `import { addMenu } from ${addMenu}`,
          `addMenu(${JSON.stringify(paths)}, JSON.parse(${JSON.stringify(JSON.stringify(menu))}))`,
        ].join('\n')
      },
    },
  }
}
