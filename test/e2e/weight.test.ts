import { globSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Response } from 'playwright'
import { describe, expect, it } from 'vitest'
import { builtPages, dist } from './support/built-pages.ts'
import { useSite } from './support/site.ts'

const site = useSite()

const refunds = '/openapi/v3/refund/domestic/refunds.html'

describe('what every page carries', () => {
  it('has neither the menus nor the file names of other pages', () => {
    const [file = ''] = globSync('assets/chunks/metadata.*.js', { cwd: dist })
    expect(readFileSync(`${dist}/${file}`, 'utf8').length).toBeLessThan(4 * 1024)
  })

  it('is at most 40 KB when the reader goes to the next page of a product', async () => {
    const page = await site.open(refunds)
    const sizes: Promise<number>[] = []
    const count = (response: Response) => void sizes.push(response.body().then(body => gzipSync(body).length))
    page.on('response', count)
    await page.locator('#VPSidebarNav').getByRole('link', { name: '查询单笔退款' }).click()
    await page.getByRole('heading', { level: 1, name: '查询单笔退款' }).waitFor()
    await page.waitForLoadState('networkidle')
    page.off('response', count)

    expect(sizes.length).toBeGreaterThanOrEqual(2)
    expect((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(40 * 1024)
  })
})

/** What a page's bounds leave, without the menu of its product: bytes and elements of its HTML. Negative if it is too heavy. */
function slackOf(file: string) {
  const html = readFileSync(`${dist}/${file}`, 'utf8').replace(/<aside class="VPSidebar[^]*?<\/aside>/, '')
  const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0
  const rows = count(/<tr[ >]/g)
  return { file, bytes: 25 * 1024 + 350 * rows - Buffer.byteLength(html), elements: 800 + 9 * rows - count(/<[a-z]/gi) }
}

describe('a page', () => {
  const pages = builtPages.map(slackOf)
  const heavy = pages.filter(({ bytes }) => bytes < 0)

  it('has at most 25 KB and 350 B a row, 800 elements and 9 a row, without its menu', () => {
    expect(pages.length).toBeGreaterThan(200)
    expect(heavy.filter(({ file }) => !file.startsWith('product/'))).toEqual([])
    expect(pages.filter(({ elements }) => elements < 0)).toEqual([])
  })

  it('has up to 5 KB more in a few overviews, whose long program is read without scripts', () => {
    expect(heavy.filter(({ bytes }) => bytes < -5 * 1024)).toEqual([])
    expect(heavy.length).toBeLessThan(builtPages.length / 50)
  })
})

describe('going from page to page', () => {
  it('brings the menu of each product, also back again', async () => {
    const page = await site.open(refunds)
    const menu = page.locator('#VPSidebarNav')
    const titles = () => menu.getByRole('heading').allInnerTexts()
    await page.getByRole('button', { name: '产品' }).hover()
    await page.getByRole('link', { name: '智慧零售', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '智慧零售概览' }).waitFor()
    expect(await titles()).toEqual(['智慧零售', '通知'])
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: '申请退款' }).waitFor()
    expect(await titles()).toEqual(['退款', '通知'])
  })

  it('shows the page that was chosen last if an earlier one comes later', async () => {
    const page = await site.open(refunds)
    const { promise, resolve } = Promise.withResolvers<void>()
    await page.route('**/webhook/v3/REFUND.CLOSED.html', async (route) => {
      await promise
      await route.continue()
    })
    const menu = page.locator('#VPSidebarNav')
    await menu.getByRole('link', { name: '退款关闭' }).click()
    await menu.getByRole('link', { name: '退款成功' }).click()
    await page.getByRole('heading', { level: 1, name: /退款成功/ }).waitFor()
    const late = page.waitForResponse('**/webhook/v3/REFUND.CLOSED.html')
    resolve()
    await (await late).finished()
    await page.evaluate(() => new Promise(requestAnimationFrame))
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/退款成功/)
  })
})
