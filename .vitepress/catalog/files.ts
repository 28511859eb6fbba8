import type { Catalog } from '@wxpay-live/compiler/model'
import { shortHash } from '../page/short-hash.ts'
import { catalogFolder, type CatalogIndex } from './names.ts'
import { splitCatalog } from './split.ts'

/** Returns the files of a catalog, by path below the site's base: its parts, and the index that names them. */
export function catalogFiles({ operations, notifications = [] }: Catalog): Map<string, string> {
  const files = new Map<string, string>()
  const add = (name: string, content: object) => {
    const json = JSON.stringify(content)
    const file = `${name}.${shortHash(json)}.json`
    files.set(catalogFolder + file, json)
    return file
  }
  const parts = Array.from(splitCatalog(operations), ({ segments, operations }) => (
    [`/${segments.join('/')}`, add(segments.join('.').replaceAll('{}', '_'), { operations })]
  ))
  const index: CatalogIndex = {
    parts: Object.fromEntries(parts),
    notifications: add('notifications', { operations: [], notifications }),
    list: add('list', operations.map(({ method, path, title }) => ({ method, path, title }))),
  }
  return files.set(`${catalogFolder}index.json`, JSON.stringify(index))
}
