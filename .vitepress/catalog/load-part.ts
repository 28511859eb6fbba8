import type { Catalog, Operation } from '@wxpay-live/compiler/model'
import { fetchFile } from '../loading/fetch-file.ts'
import { loadEach } from '../loading/load-each.ts'
import { catalogFolder, type CatalogIndex } from './names.ts'
import { isBelow, segmentsOf } from './segments.ts'

/** A file of the catalog could not be loaded. */
export class MissingPart extends Error {}

async function download(file: string): Promise<unknown> {
  try {
    const response = await fetchFile(catalogFolder + file, file !== 'index.json')
    return await response.json()
  } catch (error) {
    throw new MissingPart((error as Error).message)
  }
}

let loadFile = loadEach(download)
const load = <T>(file: string) => loadFile(file) as Promise<T>
const loadIndex = () => load<CatalogIndex>('index.json')

/**
 * Loads the operations that share a part with this path, or the notifications if the path is empty; rejects with
 * {@link MissingPart} if they cannot be loaded.
 * @returns the same object for all paths of a part
 */
export async function loadPart(path: string): Promise<Catalog> {
  const { parts, notifications } = await loadIndex()
  if (!path) return load(notifications)
  const segments = segmentsOf(path)
  const names = Object.keys(parts).filter(name => isBelow(segments, segmentsOf(name)))
  const name = names.toSorted((a, b) => segmentsOf(b).length - segmentsOf(a).length)[0]
  return name === undefined ? { operations: [] } : load(parts[name]!)
}

/** Loads the operations whose paths begin alike up to the second segment; rejects as {@link loadPart} does. */
export async function loadNear(path: string): Promise<Operation[]> {
  const { parts } = await loadIndex()
  const beginning = segmentsOf(path).slice(0, 2)
  const near = Object.entries(parts).filter(([name]) => isBelow(beginning, segmentsOf(name).slice(0, 2)))
  const catalogs = await Promise.all(near.map(([, file]) => load<Catalog>(file)))
  return catalogs.flatMap(({ operations }) => operations)
}

/** An operation in the list of all. */
export type ListedOperation = Pick<Operation, 'method' | 'path' | 'title'>

/** Loads the list of all operations; rejects as {@link loadPart} does. */
export async function loadList(): Promise<ListedOperation[]> {
  return load((await loadIndex()).list)
}

// A page was saved in development.
import.meta.hot?.on('wxpay-live:catalog', () => { loadFile = loadEach(download) })
