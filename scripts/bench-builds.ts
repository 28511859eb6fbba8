import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFacts } from './facts/facts.ts'
import { type BuildCost, changePage, copyPages, measureBuild } from './measure-build.ts'
import { measureSearch } from './measure-search.ts'
import { toPages } from './pages-from-facts/pages.ts'
import { writePages } from './pages-from-facts/write-pages.ts'

/** Numbers of pages, such as `node scripts/bench-builds.ts 250`; the cost should be a straight line. */
const given = process.argv.slice(2).map(Number)
const counts = given.length ? given : [250, 500, 1120]
const most = Math.max(...counts)

const drafts = mkdtempSync(join(tmpdir(), 'drafts-'))
const costs: Record<string, BuildCost> = {}
const searches: Record<string, Awaited<ReturnType<typeof measureSearch>>> = {}
try {
  writePages(toPages(readFacts()), drafts)
  for (const count of counts) {
    const look = async (site: string) => { searches[`${count} pages`] = await measureSearch(site) }
    costs[`${count} pages`] = await measureBuild(copyPages(drafts, count), { look })
  }
  const folder = copyPages(drafts, most)
  costs[`${most} pages, nothing changed`] = await measureBuild(folder)
  changePage(folder)
  costs[`${most} pages, one changed`] = await measureBuild(folder)
  costs[`${most} pages by VitePress alone`] = await measureBuild(folder, { alone: true })
} finally {
  rmSync(drafts, { recursive: true })
}
console.table(costs)
console.log('Searching these sites, on a 4 times slower processor:')
console.table(searches)
