import { describe, expect, it } from 'vitest'
import { example } from './support/example.ts'
import { useSite } from './support/site.ts'

const site = useSite()

describe('the seed page', () => {
  it('has its title, anchors and reference', async () => {
    const page = await site.open()

    expect(await page.title()).toContain('撤销智慧零售订单')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('撤销智慧零售订单')
    for (const id of ['post', 'request', 'response']) expect(await page.locator(`[id="${id}"]`).count()).toBe(1)
    expect(await page.getByRole('link', { name: '官方文档' }).getAttribute('href'))
      .toBe('https://pay.weixin.qq.com/wiki/doc/apiv3/payscore.php?chapter=14_3&index=5')
  })

  it('shows method and path as a badge with a copy button', async () => {
    const page = await site.open()

    await page.getByText('/v3/payscore/smartretail-orders/{out_order_no}/cancel', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: '复制路径' }).click()

    expect(await page.evaluate(() => navigator.clipboard.readText()))
      .toBe('/v3/payscore/smartretail-orders/{out_order_no}/cancel')
  })

  it('renders the marks, nesting and column classes of the tables', async () => {
    const page = await site.open()
    const rows = page.locator('table#request tbody tr')

    expect(await rows.count()).toBe(5)
    expect(await page.locator('table#response tbody tr').count()).toBe(5)
    expect(await rows.nth(2).locator('td').first().getAttribute('data-indent')).toBe('1')
    expect(await page.locator('table#request td[data-required]').count()).toBe(5)
    expect(await page.locator('table#request th.type').count()).toBe(1)
    expect(await page.locator('table#request th.desc').count()).toBe(1)
  })

  it('shows a tooltip on focus and on touch, closes it on Escape, and fits the language', async () => {
    const page = await site.open(undefined, { hasTouch: true })
    const tip = page.locator('table#request').getByText(/^对应/)
    const trigger = page.locator('table#request').getByRole('button', { name: 'object' })

    expect(await tip.isVisible()).toBe(false)
    await trigger.focus()
    await tip.waitFor({ state: 'visible' })
    await page.keyboard.press('Escape')
    await tip.waitFor({ state: 'hidden' })
    await trigger.blur()
    await trigger.tap()
    await tip.waitFor({ state: 'visible' })
    expect(await tip.innerText()).toBe('对应 TypeScript 的对象')
    await example(page).language('PHP').check()
    await trigger.focus()
    await page.getByText('对应PHP的array').waitFor()
  })

  it('is readable before any script runs', async () => {
    const page = await site.open(undefined, { javaScriptEnabled: false })
    const text = await page.locator('main').innerText()

    for (const part of ['撤销智慧零售订单', '商户服务订单号', '取消原因', '微信支付服务订单号', 'wxpay.v3.payscore.smartretailOrders']) {
      expect(text).toContain(part)
    }
  })

  it('shows no controls if scripts are switched off', async () => {
    const page = await site.open(undefined, { javaScriptEnabled: false })
    const { run, copy } = example(page)
    expect(await run.count() + await copy.count()).toBe(0)
    expect(await page.getByRole('tablist', { name: '结果' }).count()).toBe(0)
  })

  it('reports a lost network instead of a missing page, and opens the page when the network is back', async () => {
    const page = await site.openFresh()
    const next = page.getByRole('link', { name: '查询智慧零售订单' }).first()
    await page.context().setOffline(true)
    await next.click()
    await page.getByRole('heading', { name: '没有网络' }).waitFor()

    await page.context().setOffline(false)
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByRole('heading', { name: '查询智慧零售订单' }).waitFor()
  })
})
