import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const missing = '\0missing-asset'

/** Lets pages outside this repository import Vue, and replaces their missing assets with an empty URL. */
export function foreignPages(docs: string): Plugin {
  return {
    name: 'wxpay-live:foreign-pages',
    enforce: 'pre',
    resolveId(source, importer = '') {
      const page = importer.replace(/\?.*$/, '')
      if (!page.startsWith(docs) || !page.endsWith('.md')) return undefined
      if (/^vue(?:\/|$)/.test(source)) return this.resolve(source, fileURLToPath(import.meta.url))
      if (/^\.{1,2}\//.test(source) && !existsSync(resolve(page, '..', source))) {
        this.warn(`${page}: ${source} does not exist`)
        return missing
      }
      return undefined
    },
    load: id => id === missing ? 'export default ""' : undefined,
  }
}
