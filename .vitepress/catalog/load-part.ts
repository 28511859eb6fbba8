import type { Catalog } from '@wxpay-live/compiler/model'
import { withBase } from 'vitepress'
import { catalogFolder, pathless, type CatalogIndex } from './names.ts'
import { partOf } from './part-of.ts'

/** A file of the catalog could not be loaded. */
export class MissingPart extends Error {}

const loaded = new Map<string, Promise<unknown>>()

/** Loads a file once; after a failure the next call tries again. */
function load<T>(file: string): Promise<T> {
  const content = loaded.get(file) ?? download(file)
  loaded.set(file, content)
  content.catch(() => loaded.delete(file))
  return content as Promise<T>
}

async function download(file: string): Promise<unknown> {
  try {
    // Only the index has the same name in every version of the site.
    const response = await fetch(withBase(`/${catalogFolder}${file}`), file === 'index.json' ? { cache: 'no-cache' } : {})
    if (!response.ok) throw new Error(`status ${response.status}`)
    return await response.json()
  } catch (error) {
    throw new MissingPart(`${file}: ${(error as Error).message}`)
  }
}

const loadIndex = () => load<CatalogIndex>('index.json')

/** Loads the first segments after `/v3/` of all paths; rejects with {@link MissingPart} if they cannot be loaded. */
export async function loadPartNames(): Promise<string[]> {
  return Object.keys(await loadIndex()).filter(name => name !== pathless)
}

/**
 * Loads the operations that share a part with this path, or the notifications if the path names no part; rejects with
 * {@link MissingPart} if they cannot be loaded.
 * @returns the same object for all paths of a part
 */
export async function loadPart(path: string): Promise<Catalog> {
  const index = await loadIndex()
  const name = partOf(path) || pathless
  return Object.hasOwn(index, name) && partOf(path) !== pathless ? load(index[name]!) : { operations: [] }
}

// A page was saved in development.
import.meta.hot?.on('wxpay-live:catalog', () => loaded.clear())
