import { chromium, type Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { chromiumLaunchOptions } from '../../scripts/chromium.ts'
import { example } from './support/example.ts'
import { seedPage } from './support/site.ts'

const origin = inject('origin')
let browser: Browser
beforeAll(async () => { browser = await chromium.launch(chromiumLaunchOptions()) })
afterAll(() => browser.close())

/** Opens the seed page and holds back its scripts until they are released. */
async function openHeld() {
  const page = await browser.newPage({ colorScheme: 'dark' })
  let release = () => {}
  const released = new Promise<void>((resolve) => { release = resolve })
  await page.route('**/assets/**/*.js', async (route) => {
    await released
    await route.continue()
  })
  await page.goto(origin + seedPage)
  return { page, release }
}

const painted = `new Promise((resolve) => {
  new PerformanceObserver(list => resolve(list.getEntries()[0].name)).observe({ type: 'paint', buffered: true })
})`

describe('a page whose scripts have not arrived', () => {
  it('is painted, in the colours of the reader', async () => {
    const { page } = await openHeld()
    expect(await page.evaluate(painted)).toBe('first-paint')
    await page.locator('html.dark').waitFor()
    expect(await page.evaluate(`'__vue_app__' in document.querySelector('#app')`)).toBe(false)
  })

  it('draws no SVG as an image, because for each a browser makes a document', async () => {
    for (const width of [360, 1440]) {
      const { page } = await openHeld()
      await page.setViewportSize({ width, height: 900 })
      const images = await page.evaluate<string[]>(`[...document.querySelectorAll('*')]
        .filter(element => element.checkVisibility())
        .flatMap(element => ['', '::before', '::after'].map(part => getComputedStyle(element, part)))
        .flatMap(({ backgroundImage, maskImage }) => [backgroundImage, maskImage])
        .filter(image => image?.includes('url('))`)
      expect(images.length).toBeGreaterThan(2)
      expect(images.filter(image => image.includes('svg'))).toEqual([])
    }
  })

  it('has links that lead on', async () => {
    const { page } = await openHeld()
    await page.getByRole('link', { name: '指南', exact: true }).click()
    await page.waitForURL('**/guide/')
  })

  it('has its menu written and its layout made once', async () => {
    const { page, release } = await openHeld()
    await page.evaluate(`{
      window.written = 0
      window.shifted = 0
      const count = records => { written += records.length }
      new MutationObserver(count).observe(document.querySelector('#VPSidebarNav'), { childList: true, characterData: true, subtree: true })
      new MutationObserver(count).observe(document.documentElement, { attributeFilter: ['lang', 'dir'] })
      new PerformanceObserver(list => { for (const { value } of list.getEntries()) shifted += value })
        .observe({ type: 'layout-shift', buffered: true })
    }`)
    release()
    await page.waitForFunction(() => '__vue_app__' in document.querySelector('[data-example]')!)
    expect(await page.evaluate('written')).toBe(0)
    expect(await page.evaluate('shifted')).toBeLessThan(0.001)
  })

  it('runs its example once they have', async () => {
    const { page, release } = await openHeld()
    release()
    const { run, output } = example(page)
    await page.locator('[data-example] .run-button').waitFor()
    await page.waitForFunction(() => '__vue_app__' in document.querySelector('[data-example]')!)
    await run.click()
    await output.getByText('order_id').waitFor()
  })
})
