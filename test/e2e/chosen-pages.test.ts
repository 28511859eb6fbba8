import { expect, it } from 'vitest'
import { choosePages, summarize } from '../support/choose-pages.ts'
import { readFeatures, type PageFeatures } from '../support/page-features.ts'
import { builtPages, pathOf } from './support/built-pages.ts'
import { checkLook, checkPage } from './support/check-page.ts'
import { useSite } from './support/site.ts'
import { visitAll } from './support/visit.ts'

// `npm run test:pages` visits every page.
const { DOCS_DIR = 'docs', PAGES_COUNT = '100', PAGES_SEED = '1' } = process.env
const site = useSite()
const written = new Map((await readFeatures(DOCS_DIR)).map(page => [page.file, page]))
const pages = builtPages.map((file): PageFeatures => written.get(file) ?? {
  file, kinds: ['no Markdown'], sizes: { rows: 0, nesting: 0, operations: 0, forms: 0, programs: 0 },
})
const chosen = choosePages(pages, Number(PAGES_COUNT), PAGES_SEED)
process.stderr.write(`   ${summarize(chosen, pages.length)}; PAGES_SEED=${PAGES_SEED} PAGES_COUNT=${PAGES_COUNT}\n`)

/** The pages that are like others but for their data: the look of those is looked at. */
const byChance = new Set(chosen.filter(({ because }) => because.startsWith('seed')).map(({ file }) => pathOf(file)))

it('fits 360 px, passes axe in light and dark, runs its examples, and writes no error', async () => {
  const openTab = () => site.open('/404.html', { viewport: { width: 360, height: 740 } })
  const check: typeof checkPage = (page, path) => byChance.has(path) ? checkLook(page) : checkPage(page, path)
  expect(await visitAll(chosen.map(({ file }) => pathOf(file)), openTab, check)).toEqual([])
  // A limit for what hangs, not for what is slow on a busy machine.
}, 1_800_000)
