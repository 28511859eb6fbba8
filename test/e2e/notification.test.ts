import { expect, it } from 'vitest'
import { example, outcome } from './support/example.ts'
import { useSite } from './support/site.ts'

const site = useSite()

const notificationPage = '/webhook/v3/TRANSACTION.SUCCESS.html'

it('shows the event as a badge that can be copied', async () => {
  const page = await site.open(notificationPage)
  expect(await page.locator('.operation-badge').innerText()).toMatch(/通知\s+TRANSACTION\.SUCCESS/)
  await page.getByRole('button', { name: '复制事件类型' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('TRANSACTION.SUCCESS')
})

it('shows each form of the decrypted fields in its own table', async () => {
  const page = await site.open(notificationPage, { javaScriptEnabled: false })
  const request = page.locator('table#request')
  expect(await request.locator('tr', { hasText: 'ciphertext' }).locator('[data-encrypted=by-aes-gcm]').count()).toBe(1)
  expect(await request.locator('tr', { hasText: 'out_trade_no' }).count()).toBe(0)

  const forms = page.locator('table[id^=resource]')
  expect(await forms.locator('th:first-child').allInnerTexts()).toEqual([
    '支付·直连商户', '支付·服务商', '合单支付', '分账动账·直连商户', '分账动账·服务商', '停车支付', '境外支付·直连商户', '境外支付·机构',
  ])
  expect(await forms.first().locator('tr', { hasText: 'out_trade_no' }).count()).toBe(1)
})

it('has its program beside the tables, in view while they scroll, and offers to add nothing to it', async () => {
  const page = await site.open(notificationPage, { viewport: { width: 1280, height: 800 } })
  const { run } = example(page)
  const row = page.locator('td[id="request.resource.associated_data"]')
  await row.hover()
  await row.getByRole('link').waitFor()
  expect(await page.getByRole('button', { name: /加进示例/ }).count()).toBe(0)
  const [fields, button] = [await row.boundingBox(), await run.boundingBox()]
  expect(button!.x).toBeGreaterThan(fields!.x + fields!.width)
  expect(button!.y + button!.height).toBeLessThan(800)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.getByRole('button', { name: '运行示例' }).click()
  expect(await outcome(page)).toContain('TRANSACTION.SUCCESS')
})

it('runs only its program, and the panel shows the order and the notification', async () => {
  const page = await site.open(notificationPage)
  const { run, results } = example(page)
  expect(await run.count()).toBe(1)
  await run.click()
  await outcome(page)

  await results('沙箱').click()
  const panel = page.getByRole('group', { name: '沙箱' })
  await panel.getByText('TRANSACTION.SUCCESS').first().waitFor()
  expect(await panel.innerText()).toMatch(/1 条记录 · 1 条通知/)
})

it('is in the catalog with its fields', async () => {
  const page = await site.open(notificationPage)
  const { notifications } = await (await page.request.get(`${site.origin}/catalog.json`)).json() as {
    notifications: { event: string, resource: { name: string }[] }[]
  }
  const found = notifications.find(({ event }) => event === 'TRANSACTION.SUCCESS')
  expect(found?.resource.map(({ name }) => name)).toContain('out_trade_no')
})
