import type { Page } from 'playwright'
import { axe } from './axe.ts'
import { example } from './example.ts'

/** Cells of a table that set their text in columns of a character or two. */
const narrowCells = (page: Page) => page.locator('table:not(.im-table) :is(th, td)').evaluateAll(cells => cells
  .filter(({ clientWidth, textContent }) => clientWidth < 80 && textContent.trim().length > 4)
  .map(({ textContent }) => textContent))

/**
 * Looks at a page that is open in a window 360 px wide, in light and in dark, and runs the first tab of every example.
 * @param path URL path of the page
 * @returns what is wrong with it
 */
export async function checkPage(page: Page, path: string): Promise<string[]> {
  return [...await checkLook(page), ...await checkDark(page), ...await runAll(page, path)]
}

/** Looks at a page that is open in a window 360 px wide, in light; returns what is wrong with it. */
export async function checkLook(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  return [
    ...width > 360 ? [`scrolls sideways at 360 px, to ${width} px`] : [],
    ...(await narrowCells(page)).map(text => `cell too narrow at 360 px: ${text}`),
    ...(await axe(page)).map(violation => `axe: ${violation}`),
  ]
}

async function checkDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('html.dark').waitFor()
  // Only the colours have changed.
  const violations = await axe(page, { runOnly: ['color-contrast'] })
  return violations.map(violation => `axe: ${violation}`)
}

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
