import { readFile } from 'node:fs/promises'
import type { Catalog } from '@wxpay-live/compiler/model'
import { messageOf } from '../values/errors.ts'

/**
 * Reads a catalog: the whole reference unless a file is given.
 *
 * @throws Error if the file cannot be read or is not a catalog
 */
export async function readCatalog(file?: string): Promise<Catalog> {
  if (file === undefined) {
    const { default: catalog } = await import('@wxpay-live/openapi/catalog.json', { with: { type: 'json' } })
    return catalog as unknown as Catalog
  }
  const catalog: Catalog | null = await readFile(file, 'utf8').then(text => JSON.parse(text))
    .catch((cause: unknown) => { throw new Error(`--catalog ${file} cannot be read: ${messageOf(cause)}`, { cause }) })
  if (Array.isArray(catalog?.operations)) return catalog
  throw new Error(`--catalog ${file} is not a catalog: it has no operations`)
}
