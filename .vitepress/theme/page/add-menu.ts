import site from '@siteData'
import type { DefaultTheme } from 'vitepress/theme'
import { markRaw } from 'vue'

/**
 * Adds a menu to the site, before the page that needs it is shown.
 * @param paths what the paths of its pages begin with
 */
export function addMenu(paths: string[], menu: DefaultTheme.SidebarItem[]): void {
  const { themeConfig } = site
  // Menus do not change, so Vue need not watch each entry.
  const added = Object.fromEntries(paths.map(path => [path, markRaw(menu)]))
  const all = Object.entries({ ...themeConfig.sidebar, ...added })
  // VitePress prefers the key with more segments, then the earlier one: a longer key must precede its own prefix.
  themeConfig.sidebar = Object.fromEntries(all.toSorted(([a], [b]) => b.length - a.length))
}
