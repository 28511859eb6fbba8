import type { PageSummary } from '@wxpay-live/compiler'
import type { PageStore } from '../page/page-store.ts'
import { buildIndex } from './build-index.ts'
import { inMenuOrder } from './menu-order.ts'
import { searchFolder } from './search-files.ts'

/** Returns the files of the search over all pages of the store, by path below the site's base. */
export function searchFiles(store: PageStore, pages: PageSummary[]): [path: string, content: string][] {
  const sections = [...store.pages].flatMap(([page, { sections }]) => (
    sections.map(section => ({ ...section, page: page.replace(/\.md$/, '') }))
  ))
  const files = buildIndex(inMenuOrder(sections, pages))
  return Array.from(files, ([file, content]) => [searchFolder + file, content])
}
