import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Catalog } from '@wxpay-live/compiler/model'
import type { Plugin } from 'vite'
import { followPages } from './follow-pages.ts'
import { partOf } from './part-of.ts'

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
export const partNames = [...parts.keys()].filter(name => name !== '${pathless}')
export const loadPart = async path => (await parts.get(partOf(path) || '${pathless}')?.())?.default ?? { operations: [] }
`

/** Provides `virtual:catalog`, which loads the catalog in parts as paths need them. In development it follows the pages. */
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
      const follow = followPages(docs, file, problem => logger.warn(problem))
      watcher.on('change', path => void follow(path))
    },
  }
}
