import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import type { PageStore } from '../page/page-store.ts'
import type { PageMenus } from './page-menus.ts'

const createPage = JSON.stringify(fileURLToPath(new URL('../theme/page/create-page.ts', import.meta.url)))

/** The line in which VitePress exports the data of a page; the group is the JSON, as a string literal. */
const pageData = /^export const __pageData = JSON\.parse\((.*)\)$/m

/** Puts a page that was saved in the place of the one that is shown, as Vue's own plugin does. */
const hotUpdate = (page: string) => `
const id = ${JSON.stringify(page)}
component.__hmrId = id
__VUE_HMR_RUNTIME__.createRecord(id, component)
import.meta.hot.accept(({ default: changed }) => __VUE_HMR_RUNTIME__.reload(id, changed))
`

/**
 * Replaces the Vue component that VitePress makes of a page by a module without a template, and serves the files of the pages.
 * The body is in no bundle: the server's module reads it from the store, the browser has it in the document or fetches that.
 */
export function staticPages(store: PageStore, { moduleOf }: Pick<PageMenus, 'moduleOf'>): Plugin {
  return {
    name: 'wxpay-live:static-pages',
    transform(component, id) {
      if (!id.endsWith('.md')) return undefined
      const [data, text] = pageData.exec(component) ?? []
      if (!data || !text) throw new Error(`${id}: VitePress no longer exports the data of a page in a line of its own`)
      const { relativePath } = JSON.parse(JSON.parse(text))
      const file = store.bodyOf(relativePath)
      const { mode, name } = this.environment
      const isServer = name === 'ssr'
      const body = isServer ? `JSON.parse(readFileSync(${JSON.stringify(file)}, 'utf8'))` : ''
      const menu = moduleOf(relativePath)
      const lines = [
        menu ? `import '${menu}'` : '',
        isServer ? `import { readFileSync } from 'node:fs'` : '',
        `import { createPage } from ${createPage}`,
        data,
        `const component = createPage(${mode === 'dev' ? readFileSync(file, 'utf8') : body})`,
        'export default component',
        mode === 'dev' ? hotUpdate(relativePath) : '',
      ]
      return { code: lines.join('\n'), map: null }
    },
    configureServer({ config, middlewares }) {
      middlewares.use((request, response, next) => {
        const file = store.files.get(decodeURI(request.url ?? '').slice(config.base.length))
        if (file === undefined) next()
        else response.end(file)
      })
    },
    generateBundle() {
      if (this.environment.name !== 'client') return
      for (const [fileName, source] of store.files) this.emitFile({ type: 'asset', fileName, source })
    },
  }
}
