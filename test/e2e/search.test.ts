import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { axe } from './support/axe.ts'
import { builtPages } from './support/built-pages.ts'
import { useSite } from './support/site.ts'

const site = useSite()

const input = (page: Page) => page.getByRole('combobox', { name: '搜索' })
const results = (page: Page) => page.getByRole('option')

/** The file of the page that a result leads to. */
const fileOf = async (page: Page, index = 0) =>
  decodeURI(await results(page).nth(index).getAttribute('href') ?? '').replace(/#.*$/, '')

/** Types the query and waits for its results. */
async function search(page: Page, query: string): Promise<void> {
  if (!await input(page).isVisible()) await page.getByRole('button', { name: '搜索' }).click()
  await input(page).fill('')
  await page.getByText('例如：').waitFor()
  await input(page).fill(query)
  await results(page).first().waitFor()
}

/** Sums the gzipped bytes of every file of the site that is downloaded from now on, each once. */
function countDownloads(page: Page): () => Promise<number> {
  const sizes = new Map<string, Promise<number>>()
  page.on('response', (response) => {
    const { origin, pathname } = new URL(response.url())
    if (origin === site.origin) sizes.set(pathname, response.body().then(body => gzipSync(body).length))
  })
  return async () => (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0)
}

describe('search', () => {
  it('shows method, path and the matching row of a result, and leads to the page', async () => {
    const page = await site.open()
    await search(page, 'notify_url')
    const first = results(page).first()
    expect(await first.innerText()).toMatch(/基础支付 › JSAPI下单\s+POST\s*\/v3\/pay\/transactions\/jsapi\s+notify_url\s+接收结果通知的地址/)
    expect(await first.locator('mark').allInnerTexts()).toContain('notify_url')
    await first.click()
    await page.waitForURL('**/v3/pay/transactions/jsapi.html*')
    await input(page).waitFor({ state: 'detached' })
  })

  it('downloads at most 100 KB for the first query, and nothing before the click', async () => {
    const page = await site.open()
    const early = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    expect(early.filter(name => /search/i.test(name))).toEqual([])

    const downloaded = countDownloads(page)
    await search(page, '智慧零售')
    await page.waitForLoadState('networkidle')

    const bytes = await downloaded()
    expect(bytes).toBeGreaterThan(15 * 1024)
    // With all operations of WeChat Pay 100 KB; until then less, as the index grows by 10 bytes a section.
    expect(bytes).toBeLessThanOrEqual((builtPages.length > 1000 ? 100 : 45) * 1024)
  })

  it('can be used by keyboard', async () => {
    const page = await site.open()
    await page.keyboard.press('Control+k')
    await input(page).waitFor()
    await page.keyboard.type('智慧零售')
    await results(page).nth(1).waitFor()
    const second = await fileOf(page, 1)
    await page.keyboard.press('ArrowDown')
    expect(await results(page).nth(1).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    await page.waitForURL(url => decodeURI(url.pathname) === second)

    await page.keyboard.press('/')
    await input(page).waitFor()
    await page.keyboard.press('Escape')
    await input(page).waitFor({ state: 'detached' })
  })

  it('reports that nothing is found', async () => {
    const page = await site.open()
    await page.keyboard.press('Control+k')
    await input(page).fill('xyzzyxyzzy')
    await page.getByText('没有找到“xyzzyxyzzy”').waitFor()
  })

  it('offers another attempt if the index cannot be loaded', async () => {
    const page = await site.openQuietly()
    await page.route('**/assets/search/**', route => route.abort())
    await page.keyboard.press('Control+k')
    await input(page).fill('JSAPI下单')
    await page.getByText('没有取到索引').waitFor()
    await page.unroute('**/assets/search/**')
    await page.getByRole('button', { name: '再试一次' }).click()
    await results(page).first().waitFor()
  })

  it.each(['light', 'dark'] as const)('can be used by touch at 360 px and passes axe, %s', async (colorScheme) => {
    const viewport = { width: 360, height: 740 }
    const page = await site.open(undefined, { colorScheme, viewport, hasTouch: true })
    await page.getByRole('button', { name: '搜索' }).tap()
    await input(page).fill('JSAPI下单')
    await results(page).first().waitFor()

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await axe(page)).toEqual([])
    await results(page).first().tap()
    await page.getByRole('heading', { level: 1, name: 'JSAPI下单' }).waitFor()
  })
})
