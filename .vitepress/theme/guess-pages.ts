import type { FoundSection } from '../search/search-files.ts'
import { nearestPages } from '../search/nearest-pages.ts'
import { loadSearchFile, searchSite } from './site-search.ts'

/** Most pages that are offered instead. */
const most = 5

/**
 * Guesses which pages the reader of a missing one looks for: those with a similar address, or else those that a search for its
 * words finds.
 *
 * @param path below the site's base
 * @throws if a file of the index cannot be loaded
 */
export async function guessPages(path: string): Promise<FoundSection[]> {
  const near = await nearestPages(path, JSON.parse(await loadSearchFile('pages.json')))
  if (near.length) return near
  const words = path.replace(/\.html$/, '').split(/[/.]/).filter(word => word && word !== 'openapi').join(' ')
  const found = await searchSite(words)
  return found.map(({ section }) => section)
    .filter(({ page }, index, all) => all.findIndex(other => other.page === page) === index).slice(0, most)
}
