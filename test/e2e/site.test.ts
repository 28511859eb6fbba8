import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { axe } from './support/axe.ts'
import { example } from './support/example.ts'
import { leadsSomewhere, ownLinks } from './support/links.ts'
import { useSite } from './support/site.ts'
import { pages, visitAll } from './support/visit.ts'

const site = useSite()

/** The pages that each link is on. */
const linked = new Map<string, string[]>()

const openTab = () => site.open('/404.html', { viewport: { width: 360, height: 740 } })

/** Cells of a table that set their text in columns of a character or two. */
const narrowCells = (page: Page) => page.locator('table:not(.im-table) :is(th, td)').evaluateAll(cells => cells
  .filter(({ clientWidth, textContent }) => clientWidth < 80 && textContent.trim().length > 4)
  .map(({ textContent }) => textContent))

/** What is wrong with a page, looked at in light and in dark, with every example run. */
async function problemsOf(page: Page, path: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  const light = await axe(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('html.dark').waitFor()
  // Nothing but the colours has changed.
  const dark = await axe(page, { runOnly: ['color-contrast'] })
  // The page for what is not there has nothing until a script has drawn it.
  const isThere = path !== '/404.html'
  const links = isThere ? await ownLinks(page) : []
  for (const link of links) linked.set(link, [...linked.get(link) ?? [], path])
  return [
    ...width > 360 ? [`scrolls sideways at 360 px, to ${width} px`] : [],
    ...(await narrowCells(page)).map(text => `cell too narrow at 360 px: ${text}`),
    ...[...light, ...dark].map(violation => `axe: ${violation}`),
    ...isThere && !links.length ? ['has no link'] : [],
    ...await runAll(page, path),
  ]
}

/** Runs the first tab of every example. */
async function runAll(page: Page, path: string): Promise<string[]> {
  const { run, output } = example(page)
  const count = await run.count()
  if (!count && path.startsWith('/openapi/')) return ['has no example that runs']
  const problems: string[] = []
  for (let index = 0; index < count; index++) {
    await run.nth(index).click()
    const status = output.nth(index).getByText(/^(?:完成|出错|已停止)/)
    await status.waitFor()
    const isDone = /^完成/.test(await status.innerText())
    if (!isDone) problems.push(`example ${index + 1}: ${await output.nth(index).innerText()}`)
  }
  return problems
}

describe(`each of ${pages.length} pages`, () => {
  it('fits 360 px, passes axe in light and dark, runs its examples, and writes no error', async () => {
    expect(await visitAll(openTab, problemsOf)).toEqual([])
  }, 600_000)

  it('links only to what is there', () => {
    expect(linked.size).toBeGreaterThan(0)
    const broken = [...linked].filter(([link]) => !leadsSomewhere(link))
    expect(broken.map(([link, from]) => `${from.join(', ')}: links to ${link}`)).toEqual([])
  })
})
