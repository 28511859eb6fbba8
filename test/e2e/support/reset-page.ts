import type { Page } from 'playwright'

/** The events that tests listen to. */
const events = ['console', 'pageerror', 'request', 'response', 'worker']

/**
 * Makes an open page as good as a new one of a fresh profile, but for the files in the browser's cache. A script added by
 * `addInitScript` and a clock of Playwright's would stay: tests that need one open a fresh profile.
 */
export async function resetPage(page: Page, origin: string): Promise<void> {
  for (const event of events) {
    page.removeAllListeners(event)
    page.context().removeAllListeners(event)
  }
  if (page.url().startsWith(origin)) await page.evaluate(() => sessionStorage.clear())
  await page.goto('about:blank')
  await page.unrouteAll()
  await page.mouse.move(-1, -1)
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  await session.detach()
}
