import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFacts } from './facts/facts.ts'
import { type BuildCost, changePage, copyPages, forgetBuilds, measureBuild } from './measure-build.ts'
import { measureSearch } from './measure-search.ts'
import { toPages } from './pages-from-facts/pages.ts'
import { writePages } from './pages-from-facts/write-pages.ts'

/** Numbers of pages, such as `node scripts/bench-builds.ts 250`; the cost should be a straight line. */
const given = process.argv.slice(2).map(Number)
const counts = (given.length ? given : [250, 500, 1120]).toSorted((a, b) => a - b)

const scratch = mkdtempSync(join(tmpdir(), 'builds-'))
const drafts = join(scratch, 'drafts')
const site = (name: string) => join(scratch, 'sites', name)
const costs: Record<string, BuildCost> = {}
const searches: Record<string, Awaited<ReturnType<typeof measureSearch>>> = {}
try {
  writePages(toPages(readFacts()), drafts)
  let folder = ''
  let all = ''
  for (const count of counts) {
    forgetBuilds()
    folder = copyPages(drafts, count)
    all = `${count} pages`
    costs[all] = await measureBuild(folder, site(all))
    searches[all] = await measureSearch(site(all))
  }
  costs[`${all}, nothing changed`] = await measureBuild(folder, site(all))
  changePage(folder)
  costs[`${all}, one changed`] = await measureBuild(folder, site(all))
  changePage(folder)
  costs[`${all}, one changed, into a new folder`] = await measureBuild(folder, site('new'))
  costs[`${all} by VitePress alone`] = await measureBuild(folder, site('alone'), 'pages')
  costs[`${all} by VitePress alone, with menu and search`] = await measureBuild(folder, site('alone with menu'), 'site')
} finally {
  rmSync(scratch, { recursive: true })
}
console.table(costs)
console.log('Searching these sites, on a 4 times slower processor:')
console.table(searches)
