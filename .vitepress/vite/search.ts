import { readFile } from 'node:fs/promises'
import type { PageSummary } from '@wxpay-live/compiler'
import type { Plugin } from 'vite'
import type { MarkdownRenderer } from 'vitepress'
import type { PageStore } from '../page/page-store.ts'
import { searchFolder } from '../search/search-files.ts'
import { searchFiles } from '../search/search-site.ts'

/**
 * Serves the files of the search in development, built from all pages, which are rendered for it when the search begins.
 * @param renderer returns VitePress's renderer, once there is one
 */
export function search(
  store: PageStore, pages: PageSummary[], docs: string, renderer: () => MarkdownRenderer | undefined,
): Plugin {
  async function renderAll() {
    for (const { page } of pages) {
      const path = `${docs}/${page}.md`
      const env = { path, relativePath: `${page}.md`, cleanUrls: false }
      await renderer()?.renderAsync(await readFile(path, 'utf8'), env)
    }
  }

  return {
    name: 'wxpay-live:search',
    configureServer(server) {
      let files = new Map<string, string>()
      const folder = server.config.base + searchFolder
      server.middlewares.use(async (request, response, next) => {
        const { url = '' } = request
        if (!url.startsWith(folder)) return next()
        const file = url.slice(folder.length)
        if (file === 'index.json') {
          await renderAll()
          files = new Map(searchFiles(store, pages))
        }
        response.end(files.get(searchFolder + file))
      })
    },
  }
}
