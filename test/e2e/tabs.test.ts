import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codeOf, enter, example, styles } from './support/example.ts'
import { useSite } from './support/site.ts'

const site = useSite()

const otherPage = '/openapi/v3/pay/transactions/native.html'

/** The PHP of the page, by the label of its tab, read from the Markdown file itself. */
const written = Object.fromEntries(
  [...readFileSync('docs/openapi/v3/payscore/smartretail-orders/{out_order_no}/cancel.md', 'utf8')
    .matchAll(/```php \[(.+?)\]\n([^]*?)\n```/g)].map(([, label, code]) => [label, code]),
)

describe('语言与写法', () => {
  it('has one language switch and six tabs', async () => {
    const page = await site.open()
    const { language } = example(page)

    expect(await language('TypeScript').isChecked()).toBe(true)
    expect(await page.getByRole('tablist', { name: '写法' }).getByRole('tab').allInnerTexts()).toEqual(styles)
    await language('PHP').check()
    expect(await page.getByRole('tablist', { name: '写法' }).getByRole('tab').allInnerTexts()).toEqual(styles)
  })

  it.each(styles)('shows and copies exactly the PHP of the page under %s', async (style) => {
    const page = await site.open()
    const { copy, language, panel, tab } = example(page)

    await language('PHP').check()
    await tab(style).click()

    expect((await panel.locator('pre').textContent())?.trimEnd()).toBe(written[style])
    await copy.click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(written[style])
  })

  it('replaces the placeholder by a sample in TypeScript', async () => {
    const page = await site.open()
    const { tab } = example(page)

    await tab('同步属性式').click()

    expect(await codeOf(page)).toMatch(
      /^const response = wxpay\['v3\/payscore\/smartretail-orders\/\{out_order_no\}\/cancel'\]\.post\(\{\n {2}out_order_no: '\w{8,}',\n {2}json: \{\n {4}appid: 'wxd678efh567hg6787',\n {4}service_id: '500001',\n {4}reason: '用户投诉',\n {2}\},\n\}\)\nconsole\.log\(response\.json\(\)\)$/,
    )
  })

  it('copies the edited code', async () => {
    const page = await site.open()
    const { copy } = example(page)

    await enter(page, 'console.log("改过")\n')
    await copy.click()

    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('console.log("改过")\n')
  })

  it('remembers language and tab across reloads and pages', async () => {
    const page = await site.open()
    const { language, tab } = example(page)

    await language('PHP').check()
    await tab('同步声明式').click()

    for (const path of [page.url(), site.origin + otherPage]) {
      await page.goto(path, { waitUntil: 'networkidle' })
      await language('PHP').and(page.locator(':checked')).waitFor()
      expect(await tab('同步声明式').getAttribute('aria-selected')).toBe('true')
    }
  })

  it('can be used by keyboard: arrow keys move between tabs, and only the active tab is in the tab order', async () => {
    const page = await site.open()
    const { tab } = example(page)

    await tab('异步纯链式').focus()
    await page.keyboard.press('ArrowRight')
    expect(await tab('异步声明式').getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('End')
    expect(await tab('同步属性式').getAttribute('aria-selected')).toBe('true')
    expect(await page.getByRole('tablist', { name: '写法' }).locator('[role=tab][tabindex="0"]').count()).toBe(1)
  })

  it.each(['TypeScript', 'PHP'] as const)('offers 运行, 重置 and an editor on %s tabs', async (name) => {
    const page = await site.open()
    const { code, language, reset, run } = example(page)
    await language(name).check()
    await run.waitFor()
    expect([await run.count(), await reset.count(), await code.count()]).toEqual([1, 1, 1])
  })

  it.each(['HTTP', 'cURL'])('shows and copies %s, which is read-only', async (name) => {
    const page = await site.open()

    await page.getByRole('button', { name, exact: true }).click()
    await page.getByRole('button', { name: `复制 ${name}` }).click()

    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('/v3/payscore/smartretail-orders/S20260312094500000001/cancel')
    const view = page.getByRole('region', { name })
    expect(await view.locator('pre').textContent()).toBe(copied)
    expect(await view.getByRole('textbox').count()).toBe(0)
  })
})
