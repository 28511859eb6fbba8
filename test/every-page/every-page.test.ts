import { expect, it } from 'vitest'
import { builtPages, pathOf } from '../e2e/support/built-pages.ts'
import { checkPage } from '../e2e/support/check-page.ts'
import { useSite } from '../e2e/support/site.ts'
import { visitAll } from '../e2e/support/visit.ts'

const site = useSite()

it(`fits 360 px, passes axe in light and dark, runs its examples, and writes no error: ${builtPages.length} pages`, async () => {
  const openTab = () => site.open('/404.html', { viewport: { width: 360, height: 740 } })
  expect(await visitAll(builtPages.map(pathOf), openTab, checkPage)).toEqual([])
})
