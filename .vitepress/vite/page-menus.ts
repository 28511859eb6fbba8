import type { Plugin } from 'vite'
import type { PageMenus } from '../navigation/page-menus.ts'
import { pageKit } from './page-kit.ts'

const id = 'virtual:menu/'

/** Returns the name of the module that adds a page's menu; undefined if the page has none. */
export function menuModule({ numberOf }: PageMenus, relativePath: string): string | undefined {
  const number = numberOf(relativePath)
  return number === undefined ? undefined : id + number
}

/** Provides these modules in development. */
export function servePageMenus({ code }: PageMenus): Plugin {
  return {
    name: 'wxpay-live:page-menus',
    apply: 'serve',
    resolveId: source => source.startsWith(id) ? `\0${source}` : undefined,
    load: resolved => resolved.startsWith(`\0${id}`) ? code(Number(resolved.slice(id.length + 1)), pageKit) : undefined,
  }
}
