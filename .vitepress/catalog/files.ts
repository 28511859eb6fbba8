import type { Catalog } from '@wxpay-live/compiler/model'
import { shortHash } from '../page/short-hash.ts'
import { catalogFolder, pathless, type CatalogIndex } from './names.ts'
import { partOf } from './part-of.ts'

/** Returns the files of a catalog, by path below the site's base: its parts, and the index that names them. */
export function catalogFiles({ operations, notifications = [] }: Catalog): Map<string, string> {
  const parts = Map.groupBy(operations, ({ path }) => partOf(path) || pathless)
  const all = new Map<string, Catalog>([
    ...Array.from(parts, ([name, operations]) => [name, { operations }] as const),
    [pathless, { operations: parts.get(pathless) ?? [], notifications }],
  ])
  const files = new Map<string, string>()
  const index: CatalogIndex = {}
  for (const [name, part] of all) {
    const json = JSON.stringify(part)
    const file = `${name}.${shortHash(json)}.json`
    index[name] = file
    files.set(catalogFolder + file, json)
  }
  return files.set(`${catalogFolder}index.json`, JSON.stringify(index))
}
