import { expect, it } from 'vitest'
import { pathOf } from './support/built-pages.ts'
import { checkPage } from './support/check-page.ts'
import { choosePages, summarize } from './support/choose-pages.ts'
import { readFeatures } from './support/page-features.ts'
import { useSite } from './support/site.ts'
import { visitAll } from './support/visit.ts'

// `npm run test:pages` visits every page.
const { DOCS_DIR = 'docs', PAGES_COUNT = '100', PAGES_SEED = '1' } = process.env
const site = useSite()
const pages = await readFeatures(DOCS_DIR)
const chosen = choosePages(pages, Number(PAGES_COUNT), PAGES_SEED)
process.stderr.write(`   ${summarize(chosen, pages.length)}; PAGES_SEED=${PAGES_SEED} PAGES_COUNT=${PAGES_COUNT}\n`)

it('fits 360 px, passes axe in light and dark, runs its examples, and writes no error', async () => {
  const openTab = () => site.open('/404.html', { viewport: { width: 360, height: 740 } })
  expect(await visitAll(chosen.map(({ file }) => pathOf(file)), openTab, checkPage)).toEqual([])
  // A limit for what hangs, not for what is slow on a busy machine.
}, 1_800_000)
