import { readFile, writeFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compilePage, formatProblem } from '@wxpay-live/compiler'
import type { Catalog } from '@wxpay-live/compiler/model'
import type { Plugin } from 'vite'
import { partOf } from './part-of.ts'
import { replacePage } from './replace-page.ts'

const id = 'virtual:catalog'
const file = fileURLToPath(import.meta.resolve('@wxpay-live/openapi/catalog.json'))

const readCatalog = async (): Promise<Catalog> => JSON.parse(await readFile(file, 'utf8'))

/** Name of the part with the notifications, which have no path. */
const pathless = '-'

async function readParts(): Promise<Map<string, Catalog>> {
  const { operations, notifications = [] } = await readCatalog()
  const parts = Map.groupBy(operations, ({ path }) => partOf(path) || pathless)
  return new Map<string, Catalog>([
    [pathless, { operations: [], notifications }],
    ...Array.from(parts, ([name, operations]) => [name, { operations }] as const),
  ])
}

/** Generates the module that loads the part of a path at its first use. */
const index = (parts: Iterable<string>) => `
import { partOf } from ${JSON.stringify(fileURLToPath(import.meta.resolve('./part-of.ts')))}
const parts = new Map([${Array.from(parts, name => `['${name}', () => import('${id}/${name}')]`).join(', ')}])
export const loadPart = async path => (await parts.get(partOf(path) || '${pathless}')?.())?.default ?? { operations: [] }
`

/**
 * Provides `virtual:catalog`, which loads the catalog in parts as paths need them. The dev server recompiles a page when
 * it is saved, so the sandbox follows it; problems are logged as warnings.
 */
export function catalog(docs: string): Plugin {
  return {
    name: 'wxpay-live:catalog',
    resolveId: source => source.startsWith(id) ? `\0${source}` : undefined,
    async load(resolved) {
      if (!resolved.startsWith(`\0${id}`)) return
      this.addWatchFile(file)
      const parts = await readParts()
      const name = resolved.slice(`\0${id}/`.length)
      if (!name) return index(parts.keys())
      const json = JSON.stringify(parts.get(name))
      return `export default JSON.parse(${JSON.stringify(json)})`
    },
    configureServer({ config: { logger }, watcher }) {
      watcher.on('change', async (path) => {
        const page = relative(docs, path).replaceAll('\\', '/')
        if (page.startsWith('..') || !page.endsWith('.md')) return
        const compiled = compilePage(await readFile(path, 'utf8'), page)
        for (const problem of compiled.problems) logger.warn(formatProblem({ ...problem, file: path }))
        const after = replacePage(await readCatalog(), page, compiled)
        await writeFile(file, `${JSON.stringify(after, null, 2)}\n`)
      })
    },
  }
}
