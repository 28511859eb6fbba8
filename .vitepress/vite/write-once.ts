import type { Plugin } from 'vite'

/** An element that has HTML inserted. */
const inserted = /<(\w+)((?:\s[^<>]*?)?)\s+v-html="([^"]+)"([^<>]*?)\s*(?:\/>|><\/\1>)/g

const menuPart = /\/theme-default\/components\/VP(?:SidebarItem|MenuLink|NavMenuLink|NavMenuGroup|Flyout|DocFooter)\.vue$/

/** A line in which VitePress writes an attribute of the document. */
const written = /^(\s*)(document\.documentElement\.(?:lang|dir)) = (.+);$/gm

/**
 * Keeps VitePress from writing once more, when a page comes to life, what its HTML says already: the texts of menus, which the
 * browser would parse again, and the language, upon which it would style every element again. Texts of menus are text, not HTML.
 */
export function writeOnce(): Plugin {
  return {
    name: 'wxpay-live:write-once',
    enforce: 'pre',
    transform(code, id) {
      if (menuPart.test(id)) return replaced(id, code, inserted, '<$1$2$4>{{ $3 }}</$1>')
      if (id.endsWith('/vitepress/dist/client/app/index.js')) return replaced(id, code, written, '$1if ($2 !== $3) $2 = $3;')
      return undefined
    },
  }
}

function replaced(id: string, code: string, pattern: RegExp, by: string) {
  const result = code.replace(pattern, by)
  // Texts of menus are not escaped: one that is left as HTML would let a page's title run code.
  if (result === code || result.includes('v-html')) throw new Error(`${id}: VitePress no longer writes it as it did`)
  return { code: result, map: null }
}
