import type { FoundSection } from './search-files.ts'

/** Most pages that are near an address. */
const most = 3

/** An address as pages are compared by: without the folder of all operations and the end of a file. */
const plain = (path: string) => path.toLowerCase().replace(/^\/*(?:openapi\/)?/, '').replace(/(?:(^|\/)index)?(?:\.(?:html?|md))?\/*$/, '')

/**
 * Returns the pages whose address differs in at most a fourth of its characters, the nearest first.
 * @param path below the site's base
 */
export async function nearestPages(path: string, sections: FoundSection[]): Promise<FoundSection[]> {
  const { default: SearchableMap } = await import('minisearch/SearchableMap')
  const pages = new SearchableMap<FoundSection>()
  for (const section of sections) {
    const address = plain(section.page)
    if (!pages.has(address)) pages.set(address, section)
  }
  const wanted = plain(path)
  const found = [...pages.fuzzyGet(wanted, Math.floor(wanted.length / 4)).values()]
  return found.toSorted(([, a], [, b]) => a - b).slice(0, most).map(([page]) => page)
}
