import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { catalogFiles } from '../catalog/files.ts'
import { catalogFolder } from '../catalog/names.ts'
import { followPages } from './follow-pages.ts'

const file = fileURLToPath(import.meta.resolve('@wxpay-live/openapi/catalog.json'))

/** Serves the parts of the catalog in development, where it follows the pages. */
export function catalog(docs: string): Plugin {
  return {
    name: 'wxpay-live:catalog',
    configureServer({ config: { base, logger }, environments, middlewares, watcher }) {
      const follow = followPages(docs, file, problem => logger.warn(problem))
      watcher.on('change', async (path) => {
        await follow(path)
        environments.client.hot.send('wxpay-live:catalog')
      })
      middlewares.use(async ({ url = '' }, response, next) => {
        if (!url.startsWith(base + catalogFolder)) return next()
        const files = catalogFiles(JSON.parse(await readFile(file, 'utf8')))
        const content = files.get(url.slice(base.length))
        if (content === undefined) response.statusCode = 404
        response.end(content)
      })
    },
  }
}
