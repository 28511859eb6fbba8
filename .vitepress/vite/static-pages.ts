import type { Plugin } from 'vite'
import type { PageMenus } from '../navigation/page-menus.ts'
import type { PageStore } from '../page/page-store.ts'
import { pageKit } from './page-kit.ts'
import { menuModule } from './page-menus.ts'

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
 * In development, replaces the Vue component that VitePress makes of a page by a module without a template, and serves the files of
 * the pages. The build writes the modules of pages itself.
 */
export function staticPages(store: PageStore, menus: PageMenus): Plugin {
  return {
    name: 'wxpay-live:static-pages',
    transform(component, id) {
      if (!id.endsWith('.md')) return undefined
      if (this.environment.mode === 'build') throw new Error('VitePress alone cannot build these pages: use “npm run build”')
      const [data, text] = pageData.exec(component) ?? []
      if (!data || !text) throw new Error(`${id}: VitePress no longer exports the data of a page in a line of its own`)
      const { relativePath } = JSON.parse(JSON.parse(text))
      const menu = menuModule(menus, relativePath)
      const lines = [
        menu ? `import '${menu}'` : '',
        `import { createPage } from ${JSON.stringify(pageKit)}`,
        data,
        `const component = createPage(${store.pages.get(relativePath)!.body})`,
        'export default component',
        hotUpdate(relativePath),
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
  }
}
