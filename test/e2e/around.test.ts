import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { axe } from './support/axe.ts'
import { dist } from './support/built-pages.ts'
import { example, outcome } from './support/example.ts'
import { useSite } from './support/site.ts'

const site = useSite()

const jsapi = '/openapi/v3/pay/transactions/jsapi.html'

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

  it('prints tables and code, without controls', async () => {
    const page = await site.open(jsapi)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#request').isVisible()).toBe(true)
    expect(await example(page).run.isVisible()).toBe(false)
    expect(await page.locator('.VPSidebar').isVisible()).toBe(false)
  })

  it('tells the chosen tab in forced colours', async () => {
    const page = await site.open(jsapi, { forcedColors: 'active' })
    const widths = await page.getByRole('tablist', { name: '写法' }).getByRole('tab')
      .evaluateAll(tabs => tabs.map(tab => getComputedStyle(tab).borderBottomWidth))
    expect(new Set(widths).size).toBe(2)
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
