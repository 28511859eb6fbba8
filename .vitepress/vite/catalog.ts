import { readFile, writeFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compilePage, formatProblem } from '@wxpay-live/compiler'
import type { Catalog } from '@wxpay-live/compiler/model'
import type { Plugin } from 'vite'

/**
 * While developing, compiles a page anew when it is saved, so that the sandbox answers as the page now says. Problems
 * only warn.
 */
export function catalog(docs: string): Plugin {
  const file = fileURLToPath(import.meta.resolve('@wxpay-live/openapi/catalog.json'))
  return {
    name: 'wxpay-live:catalog',
    apply: 'serve',
    configureServer({ config: { logger }, watcher }) {
      watcher.on('change', async (path) => {
        const page = relative(docs, path).replaceAll('\\', '/')
        if (page.startsWith('..') || !page.endsWith('.md')) return
        const { operations, problems } = compilePage(await readFile(path, 'utf8'), page)
        for (const problem of problems) logger.warn(formatProblem({ ...problem, file: path }))
        const before = JSON.parse(await readFile(file, 'utf8')) as Catalog
        const others = before.operations.filter(operation => `${operation.page}.md` !== page)
        const own = operations.map(({ operation }) => operation)
        const after: Catalog = { ...before, operations: [...others, ...own] }
        await writeFile(file, `${JSON.stringify(after, null, 2)}\n`)
      })
    },
  }
}
