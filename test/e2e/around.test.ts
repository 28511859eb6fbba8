import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hasHistory } from '../../.vitepress/page/has-history.ts'
import { axe } from './support/axe.ts'
import { dist } from './support/built-pages.ts'
import { example, outcome } from './support/example.ts'
import { recordRequests } from './support/requests.ts'
import { useSite } from './support/site.ts'

const site = useSite()

const jsapi = '/openapi/v3/pay/transactions/jsapi.html'

const { DOCS_DIR = 'docs' } = process.env

/** When a page changed last; a shallow clone cannot tell, nor one that does not have the page. */
function lastChange(page: string): string[] {
  const time = execFileSync('git', ['log', '-1', '--format=%at', '--', `${DOCS_DIR}/${page}`], { encoding: 'utf8' })
  return time && hasHistory(DOCS_DIR) ? [new Date(1000 * Number(time)).toISOString()] : []
}

describe('around the pages', () => {
  it('has three doors on the home page', async () => {
    const page = await site.open('/')
    const doors = page.locator('.doors')
    expect(await doors.getByRole('link').allInnerTexts()).toEqual(['看接口', '在程序里用客户端', '在本机和 CI 里跑沙箱'])
    expect(await doors.getByText('npx wxpay-sandbox').count()).toBe(1)
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await axe(page)).toEqual([])
  })

  it('says where a page is and when it changed last', async () => {
    const page = await site.open('/webhook/v3/REFUND.SUCCESS.html')
    const crumbs = page.getByRole('navigation', { name: '位置' })
    expect(await crumbs.getByRole('listitem').allInnerTexts()).toEqual(['首页', '退款', '通知'])
    expect(await page.locator('.last-updated time').evaluateAll(all => all.map(time => time.getAttribute('datetime'))))
      .toEqual(lastChange('webhook/v3/REFUND.SUCCESS.md'))
    await crumbs.getByRole('link', { name: '退款' }).click()
    await page.getByRole('heading', { level: 1, name: '退款概览' }).waitFor()
    expect(await crumbs.getByRole('listitem').allInnerTexts()).toEqual(['首页', '退款'])
  })

  it('guesses the page of a wrong address, by keyboard too', async () => {
    const page = await site.openQuietly('/openapi/v3/pay/transactions/jspai.html')
    const requests = recordRequests(page)
    const guess = page.getByRole('main').getByRole('link', { name: '基础支付 › JSAPI下单' })
    await guess.waitFor()
    expect(await axe(page)).toEqual([])
    await guess.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'JSAPI下单' }).waitFor()
    // The addresses are in the index: no part of the words is loaded.
    expect(requests.filter(url => url.includes('/part-'))).toEqual([])

    await page.goto(`${site.origin}/wiki/refund/domestic.html`)
    await page.getByRole('link', { name: /退款/ }).first().waitFor()
    await page.getByRole('button', { name: '搜索接口、字段或路径' }).click()
    await page.getByRole('combobox', { name: '搜索' }).waitFor()
  })

  it('copies a page as Markdown', async () => {
    const page = await site.open(jsapi)
    await page.getByRole('button', { name: '复制这一页（Markdown）' }).click()
    await page.getByText('已复制').waitFor()
    const text = await page.evaluate(() => navigator.clipboard.readText())
    expect(text).toMatch(/^# JSAPI下单 \{#post\}\n\n用户在公众号/)
  })

  it('publishes an index and all pages for language models', () => {
    expect(readFileSync(`${dist}/llms.txt`, 'utf8')).toContain('- [JSAPI下单](/openapi/v3/pay/transactions/jsapi.md): ')
    expect(readFileSync(`${dist}/llms-full.txt`, 'utf8')).toContain('| out_trade_no {data-required data-indent=1}')
  })

  it('prints tables and code, without controls, and in the light colours', async () => {
    const page = await site.open(jsapi, { colorScheme: 'dark' })
    await page.locator('html.dark').waitFor()
    await page.emulateMedia({ media: 'print' })
    await page.locator('html:not(.dark)').waitFor()
    expect(await page.locator('#request').isVisible()).toBe(true)
    expect(await example(page).run.isVisible()).toBe(false)
    expect(await page.locator('.VPSidebar').isVisible()).toBe(false)
    expect(await page.locator('main button:not(.tip-cell > button):visible, main [type=search]:visible').count()).toBe(0)
    await page.emulateMedia({ media: 'screen' })
    await page.locator('html.dark').waitFor()
  })

  it.each([jsapi, '/clinic.html'])('has no field of less than 16 px on a phone, into which iOS would zoom: %s', async (path) => {
    const page = await site.open(path, { viewport: { width: 360, height: 740 }, hasTouch: true })
    if (path === jsapi) {
      await example(page).code.focus()
      await page.locator('[contenteditable]').press('Control+f')
      await page.getByRole('textbox', { name: '查找' }).waitFor()
    }
    const fields = page.locator('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')
    await fields.first().waitFor()
    const sizes = await fields.evaluateAll(all => (
      all.map(field => Number.parseFloat(getComputedStyle(field).fontSize))
    ))
    expect(sizes.length).toBeGreaterThan(0)
    expect(sizes.filter(size => size < 16)).toEqual([])
  })

  it('tells the chosen tab and the page in the menu in forced colours', async () => {
    const page = await site.open(jsapi, { forcedColors: 'active' })
    const widths = await page.getByRole('tablist', { name: '写法' }).getByRole('tab')
      .evaluateAll(tabs => tabs.map(tab => getComputedStyle(tab).borderBottomWidth))
    expect(new Set(widths).size).toBe(2)
    const lines = await page.locator('#VPSidebarNav .is-link .text')
      .evaluateAll(links => links.map(link => getComputedStyle(link).textDecorationLine))
    expect(new Set(lines)).toEqual(new Set(['none', 'underline']))
  })

  it('shows the body that was sent as sent, and formatted', async () => {
    const page = await site.open()
    const { results, run, wire } = example(page)
    await run.click()
    await outcome(page)
    await results('报文').click()
    expect(await wire.locator('pre').first().innerText()).toContain('{"appid":"wxd678efh567hg6787","service_id"')
    await wire.getByText('排好版的包体').click()
    expect(await wire.locator('details pre').first().innerText()).toContain('{\n  "appid": "wxd678efh567hg6787",\n')
  })
})
