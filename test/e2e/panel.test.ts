import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { axe } from './support/axe.ts'
import { enter, example, outcome } from './support/example.ts'
import { recordRequests } from './support/requests.ts'
import { useSite } from './support/site.ts'

const site = useSite()
const jsapi = '/openapi/v3/pay/transactions/jsapi.html'

/** The panel's controls, found as a screen reader finds them. */
function sandbox(page: Page) {
  const panel = page.getByRole('group', { name: '沙箱', exact: true })
  return {
    panel,
    tab: example(page).results('沙箱'),
    scenario: panel.getByRole('combobox', { name: '场景' }),
    pay: panel.getByRole('button', { name: '用户支付 / 确认' }),
    payOne: panel.getByRole('button', { name: '支付 / 确认：订单' }),
    complain: panel.getByRole('button', { name: '投诉：订单' }),
    day: panel.getByRole('button', { name: '拨快 1 天' }),
    reset: panel.getByRole('button', { name: '重置沙箱' }),
    order: panel.getByRole('listitem').filter({ hasText: /^\s*订单/ }),
    notification: panel.getByRole('listitem').filter({ hasText: 'TRANSACTION.SUCCESS' }),
  }
}

async function orderOnce(page: Page) {
  await example(page).run.click()
  expect(await outcome(page)).toContain('完成')
}

describe('沙箱', () => {
  it('loads nothing until it is opened', async () => {
    const page = await site.open(jsapi)
    // The page loads the code of its other tabs when it is idle.
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /\/pages\/jsapi\.[^/]*\.json$/.test(name)))
    const requests = recordRequests(page)
    const { panel, pay, tab } = sandbox(page)
    expect(await pay.count()).toBe(0)
    expect(requests).toEqual([])
    await tab.click()
    await panel.getByText('还没有记录').waitFor()
    await panel.getByText('还没有通知').waitFor()
    expect(await pay.isDisabled()).toBe(true)
    expect(await panel.innerText()).toContain('没有记录在等用户支付或确认')
    expect(requests.some(url => /\/chunks\/sandbox\./.test(url))).toBe(true)
  })

  it.each([jsapi, '/openapi/v3/certificates.html', '/', '/guide/programs.html'])('is a tab of the example of %s', async (path) => {
    const page = await site.open(path)
    await example(page).results('沙箱').first().click()
    await sandbox(page).panel.getByText('还没有记录').waitFor()
  })

  it('shows the order, pays it, and shows the notification with code that parses it', async () => {
    const page = await site.open(jsapi)
    const { notification, order, panel, pay, tab } = sandbox(page)
    await orderOnce(page)
    await tab.click()
    expect(await order.innerText()).toMatch(/订单 20260312094500000001\s+NOTPAY/)
    await order.locator('summary').click()
    expect(await order.locator('pre').innerText()).toContain('"trade_state": "NOTPAY"')

    await pay.click()
    await panel.getByText('订单 20260312094500000001：NOTPAY → SUCCESS').waitFor()
    expect(await order.locator('pre').innerText()).toContain('"trade_state": "SUCCESS"')
    expect(await pay.isDisabled()).toBe(true)

    await notification.locator('summary').click()
    await notification.locator('pre').last().waitFor()
    const shown = await notification.innerText()
    expect(shown).toContain('https://www.example.com/wechatpay/transactions')
    expect(shown).toMatch(/Wechatpay-Signature\s+[\w+/]{300,}/)
    expect(shown).toContain('"algorithm":"AEAD_AES_256_GCM"')
    expect(shown).toContain('"out_trade_no": "20260312094500000001"')

    await enter(page, await notification.locator('pre.sandbox-code').textContent() ?? '')
    await example(page).run.click()
    expect(await outcome(page)).toMatch(/TRANSACTION\.SUCCESS[^]*out_trade_no: '20260312094500000001'/)
  })

  it('follows every run, and keeps its records on the next page', async () => {
    const page = await site.open(jsapi)
    const { order, panel, tab } = sandbox(page)
    await tab.click()
    await panel.getByText('还没有记录').waitFor()
    await orderOnce(page)
    await tab.click()
    await order.getByText('NOTPAY').waitFor()

    await page.getByRole('link', { name: '关单' }).last().click()
    await page.getByRole('heading', { level: 1, name: '关单' }).waitFor()
    await tab.click()
    await order.getByText('NOTPAY').waitFor()
  })

  it('pays one order, files a complaint about it, and advances the clock', async () => {
    const page = await site.open(jsapi)
    const { complain, day, panel, payOne, reset, tab } = sandbox(page)
    await orderOnce(page)
    await tab.click()
    await payOne.click()
    await panel.getByText('订单 20260312094500000001：NOTPAY → SUCCESS').waitFor()
    expect(await payOne.count()).toBe(0)
    await complain.click()
    await panel.getByText(/订单 20260312094500000001 被投诉，投诉单 \d+/).waitFor()
    await panel.getByRole('listitem').filter({ hasText: 'COMPLAINT.CREATE' }).waitFor()

    await day.click()
    await panel.getByText('沙箱的时钟快 24 小时。').waitFor()
    await reset.click()
    await panel.getByText('还没有记录').waitFor()
    expect(await panel.getByText('沙箱的时钟快').count()).toBe(0)
  })

  it('sets a scenario for the next runs, and resets everything', async () => {
    const page = await site.open(jsapi)
    const { order, panel, reset, scenario, tab } = sandbox(page)
    const { output, run } = example(page)
    await orderOnce(page)
    await tab.click()
    await order.waitFor()
    await scenario.selectOption('SYSTEM_ERROR')
    await panel.getByText('从下一次请求起：系统错误').waitFor()

    await run.click()
    await output.getByText('出错').waitFor()
    expect(await output.innerText()).toMatch(/500[^]*SYSTEM_ERROR/)

    await tab.click()
    await reset.click()
    await panel.getByText('还没有记录').waitFor()
    expect(await scenario.inputValue()).toBe('')
    await orderOnce(page)
  })

  it('can be used by keyboard', async () => {
    const page = await site.open(jsapi)
    const { order, panel, pay, scenario, tab } = sandbox(page)
    await orderOnce(page)
    await tab.focus()
    await page.keyboard.press('Enter')
    await order.waitFor()
    await page.keyboard.press('Tab')
    expect(await panel.getByRole('button', { name: '复制记录' }).evaluate(element => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Tab')
    expect(await scenario.evaluate(element => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Tab')
    expect(await pay.evaluate(element => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await panel.getByText('NOTPAY → SUCCESS').waitFor()
  })

  it.each(['light', 'dark'] as const)('fits 360 px and passes axe with everything open, %s', async (colorScheme) => {
    const page = await site.open(jsapi, { colorScheme, viewport: { width: 360, height: 740 } })
    const { complain, notification, order, pay, tab } = sandbox(page)
    await orderOnce(page)
    await tab.click()
    await pay.click()
    await complain.waitFor()
    await order.locator('summary').click()
    await notification.locator('summary').click()
    await notification.locator('pre').last().waitFor()

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await axe(page)).toEqual([])
  })
})
