import { readFileSync } from 'node:fs'
import { sdkLanguages } from '@wxpay-live/compiler'
import type { Catalog } from '@wxpay-live/compiler/model'
import { describe, expect, it } from 'vitest'
import { example, outcome, styles } from './support/example.ts'
import { useSite } from './support/site.ts'

const site = useSite()

const { operations, notifications = [] }: Catalog = JSON.parse(readFileSync('packages/openapi/catalog.json', 'utf8'))
const close = operations.find(({ method, path }) => (
  `${method} ${path}` === 'POST /v3/payscore/smartretail-orders/{out_order_no}/cancel'))!
const paid = notifications.find(({ event }) => event === 'TRANSACTION.SUCCESS')!

describe.each(sdkLanguages)('$label', ({ label, request, notification }) => {
  it('is written when it is viewed, and copied as it ran', async () => {
    const page = await site.open()
    await page.waitForLoadState('networkidle')
    const loaded = page.waitForResponse(/sdk-code/)
    await page.getByRole('button', { name: label, exact: true }).click()
    expect((await loaded).ok()).toBe(true)
    await page.getByRole('button', { name: `复制 ${label}` }).click()

    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(request(close))
    const view = page.getByRole('region', { name: label })
    expect(await view.locator('pre').textContent()).toBe(request(close))
    expect(await view.locator('span[style]').count()).toBeGreaterThan(50)
  })

  it('leaves 运行, language and styles alone', async () => {
    const page = await site.open()
    const { language, run } = example(page)
    await page.getByRole('button', { name: label, exact: true }).click()
    await page.getByRole('region', { name: label }).locator('pre').waitFor()
    expect(await language('TypeScript').isChecked()).toBe(true)
    expect(await page.getByRole('tab', { name: /式$/ }).allInnerTexts()).toEqual(styles)
    await run.click()
    expect(await outcome(page)).toContain('完成')
  })

  it('has the server that receives a notification', async () => {
    const page = await site.open('/webhook/v3/TRANSACTION.SUCCESS.html')
    await page.getByRole('button', { name: label, exact: true }).click()
    const view = page.getByRole('region', { name: label })
    await view.locator('pre').waitFor()
    expect(await view.locator('pre').textContent()).toBe(notification(paid))
  })
})

it('says that a language could not be loaded, and tries again', async () => {
  const page = await site.openQuietly()
  await page.route('**/sdk-code*', route => route.abort())
  await page.getByRole('button', { name: 'Go', exact: true }).click()
  await page.getByText('Go 没能下载').waitFor()
  await page.unroute('**/sdk-code*')
  await page.getByRole('button', { name: '重试' }).click()
  await page.getByRole('region', { name: 'Go' }).getByText('func newClient').waitFor()
})
