import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFacts } from './facts/facts.ts'
import { type BuildCost, changePage, copyPages, measureBuild } from './measure-build.ts'
import { toPages } from './pages-from-facts/pages.ts'
import { writePages } from './pages-from-facts/write-pages.ts'

/** Numbers of pages; the cost should be a straight line. */
const [counts, most] = [[250, 500, 1000], 1000]

const drafts = mkdtempSync(join(tmpdir(), 'drafts-'))
const costs: Record<string, BuildCost> = {}
try {
  writePages(toPages(readFacts()), drafts)
  for (const count of counts) costs[`${count} pages`] = await measureBuild(copyPages(drafts, count))
  const folder = copyPages(drafts, most)
  costs[`${most} pages, nothing changed`] = await measureBuild(folder)
  changePage(folder)
  costs[`${most} pages, one changed`] = await measureBuild(folder)
  costs[`${most} pages by VitePress alone`] = await measureBuild(folder, true)
} finally {
  rmSync(drafts, { recursive: true })
}
console.table(costs)
