import { globSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { axe } from './support/axe.ts'
import { useSite } from './support/site.ts'

const site = useSite()

// VitePress gives its dialog the role of a button, so that its content has no roles.
const input = (page: Page) => page.locator('#localsearch-input')
const results = (page: Page) => page.locator('#localsearch-list > li')

// axe reports that markup, which is not ours.
const ownMarkup = { 'nested-interactive': { enabled: false }, 'label-content-name-mismatch': { enabled: false } }

/** The file of the page that a result leads to. */
const fileOf = async (page: Page, index = 0) =>
  decodeURI(await results(page).nth(index).locator('a').getAttribute('href') ?? '').replace(/#.*$/, '')

/** Types the query and waits for the results. */
async function search(page: Page, query: string): Promise<void> {
  if (!await input(page).isVisible()) await page.getByRole('button', { name: '搜索' }).first().click()
  await input(page).fill('')
  await results(page).first().waitFor({ state: 'detached' })
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
  it('finds an operation by its URL, whole or in part, as a template or filled in', async () => {
    const page = await site.open()
    const firstOf = async (query: string) => {
      await search(page, query)
      return fileOf(page)
    }
    const jsapi = '/openapi/v3/pay/transactions/jsapi.html'
    const cancel = '/openapi/v3/payscore/smartretail-orders/{out_order_no}/cancel.html'

    expect(await firstOf('/v3/pay/transactions/jsapi')).toBe(jsapi)
    expect(await firstOf('https://api.mch.weixin.qq.com/v3/pay/transactions/jsapi')).toBe(jsapi)
    expect(await firstOf('/v3/payscore/smartretail-orders/{out_order_no}/cancel')).toBe(cancel)
    expect(await firstOf('POST /v3/payscore/smartretail-orders/1234323JKHDFE1243252/cancel')).toBe(cancel)
    expect(await firstOf('smartretail')).toContain('/v3/payscore/smartretail-orders')
    expect(await firstOf('out_trade_no')).toContain('{out_trade_no}')
  })

  it('ranks titles first, and finds the pages that list an error code', async () => {
    const page = await site.open()
    for (const query of ['智慧零售', '撤销', 'JSAPI下单']) {
      await search(page, query)
      expect(await results(page).first().locator('.title.main').innerText()).toContain(query)
    }
    await search(page, 'ORDER_CLOSED')
    expect(readFileSync(`.vitepress/dist${await fileOf(page)}`, 'utf8')).toMatch(/<tr><td>400<\/td><td>(<code>)?ORDER_CLOSED</)
  })

  it('finds the overview of a product before its operations', async () => {
    const page = await site.open()
    for (const file of globSync('product/*.html', { cwd: '.vitepress/dist' })) {
      const [, product = ''] = /<title>(.*?)概览 \| /.exec(readFileSync(`.vitepress/dist/${file}`, 'utf8')) ?? []
      await search(page, product)
      expect(await fileOf(page)).toBe(`/${file}`)
    }
  })

  it('downloads at most 100 KB for the first query, and nothing before the click', async () => {
    const page = await site.open()
    const early = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    expect(early.filter(name => /search/i.test(name))).toEqual([])

    const downloaded = countDownloads(page)
    await search(page, '智慧零售')
    await page.waitForLoadState('networkidle')

    const bytes = await downloaded()
    expect(bytes).toBeGreaterThan(20 * 1024)
    expect(bytes).toBeLessThanOrEqual(100 * 1024)
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
    await input(page).fill('没有这样的接口')
    await page.getByText('没有找到 "没有这样的接口"').waitFor()
  })

  it.each(['light', 'dark'] as const)('can be used by touch at 360 px and passes axe, %s', async (colorScheme) => {
    const viewport = { width: 360, height: 740 }
    const page = await site.open(undefined, { colorScheme, viewport, hasTouch: true })
    await page.getByRole('button', { name: '搜索' }).first().tap()
    await input(page).fill('JSAPI下单')
    await results(page).first().waitFor()

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await axe(page, { rules: ownMarkup })).toEqual([])
    await results(page).first().tap()
    await page.getByRole('heading', { level: 1, name: 'JSAPI下单' }).waitFor()
  })
})
