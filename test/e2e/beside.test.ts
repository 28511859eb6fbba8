import type { Locator, Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { enter, example, outcome } from './support/example.ts'
import { useSite } from './support/site.ts'

const site = useSite()

const jsapi = '/openapi/v3/pay/transactions/jsapi.html'
/** A page of two operations. */
const payscore = '/openapi/v3/payscore/serviceorder.html'

/** Pixels of an element above and below the edges of the window; none if it is in view. */
const outOfView = (element: Locator) => element.evaluate((box) => {
  const { top, bottom } = box.getBoundingClientRect()
  return Math.max(0, -top) + Math.max(0, bottom - innerHeight)
})

const floating = (page: Page) => page.getByRole('button', { name: '运行示例' })

describe('an operation in a wide window', () => {
  it('has its example beside the tables, in view while they scroll, with the result of a run', async () => {
    const page = await site.open(jsapi, { viewport: { width: 1280, height: 800 } })
    const { output, panel, run } = example(page)
    const [table, code] = [await page.locator('#request').boundingBox(), await panel.first().boundingBox()]
    expect(code!.x).toBeGreaterThan(table!.x + table!.width)

    await page.getByRole('cell', { name: 'openid' }).first().scrollIntoViewIfNeeded()
    await page.mouse.wheel(0, 400)
    await expect.poll(() => outOfView(run)).toBe(0)
    await run.click()
    expect(await outcome(page)).toContain('prepay_id')
    expect(await outOfView(output)).toBe(0)
    expect(await floating(page).count()).toBe(0)
  })

  it('shows the example of the operation in view, each with anchors that occur once', async () => {
    const page = await site.open(`${payscore}#returns-get`, { viewport: { width: 1440, height: 900 } })
    const runs = example(page).run
    await expect.poll(() => outOfView(runs.nth(1))).toBe(0)
    expect(await outOfView(runs.first())).toBeGreaterThan(0)
    const ids = await page.locator('.vp-doc [id]').evaluateAll(all => all.map(({ id }) => id))
    expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([])
  })

  it.each([[1440, false], [1680, true]])('has the outline in a menu or, from 1,680 px, in a column: %i px', async (width, column) => {
    const page = await site.open(jsapi, { viewport: { width, height: 900 } })
    const menu = page.getByRole('button', { name: '本页目录' })
    const inColumn = page.locator('.VPDoc .aside').getByRole('link')
    expect([await menu.count() > 0, await inColumn.count() > 0]).toEqual([!column, column])
    if (!column) await menu.click()
    const titles = await page.locator('.outline-link:visible').allInnerTexts()
    expect(titles).toEqual(['请求', '示例', '响应', '错误码'])
  })

  it('copies the output and the messages', async () => {
    const page = await site.open(jsapi)
    const { results, run } = example(page)
    await run.click()
    await outcome(page)
    const copied = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).click()
      return page.evaluate(() => navigator.clipboard.readText())
    }
    expect(await copied('复制输出')).toMatch(/prepay_id/)
    await results('报文').click()
    expect(await copied('复制报文')).toMatch(/^POST https:.*\/jsapi\n[^]*Authorization: WECHATPAY2[^]*\n\nHTTP 200\n[^]*prepay_id/)
  })
})

describe('an operation on a phone', () => {
  it('is run from anywhere by a floating button, which brings the result into view', async () => {
    const page = await site.open(jsapi, { viewport: { width: 360, height: 740 }, hasTouch: true })
    await floating(page).tap()
    expect(await outcome(page)).toContain('prepay_id')
    await expect.poll(() => outOfView(example(page).output)).toBe(0)
    await expect.poll(() => floating(page).count()).toBe(0)
  })

  it('shows that it is running', async () => {
    const page = await site.open(jsapi, { viewport: { width: 360, height: 740 } })
    await enter(page, 'while (true) {}')
    await example(page).run.click()
    await page.getByRole('button', { name: '运行中…' }).waitFor()
    await page.getByRole('button', { name: '停止' }).click()
    await example(page).run.waitFor()
  })

  it('can be reached by a link, without scripts too', async () => {
    const page = await site.open(jsapi, { viewport: { width: 768, height: 900 }, javaScriptEnabled: false })
    await page.locator('.operation-run').getByRole('link', { name: '示例' }).click()
    await expect.poll(() => page.getByRole('heading', { name: '示例' }).evaluate(title => title.getBoundingClientRect().top))
      .toBeLessThan(200)
    expect(await floating(page).count()).toBe(0)
  })
})
