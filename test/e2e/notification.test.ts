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

it('separates the decrypted fields from those that are sent', async () => {
  const page = await site.open(notificationPage, { javaScriptEnabled: false })
  const table = page.locator('table#request')
  const line = table.locator('tr', { hasText: '解密后的数据' })
  expect(await line.locator('td').first().getAttribute('colspan')).toBe('3')
  expect(await table.locator('tr', { hasText: 'ciphertext' }).first().locator('[data-encrypted=by-aes-gcm]').count()).toBe(1)
  expect(await table.locator('tbody tr').count()).toBeGreaterThan(90)
})

it('runs only its program, and the panel shows the order and the notification', async () => {
  const page = await site.open(notificationPage)
  const { run, output } = example(page)
  expect(await run.count()).toBe(1)
  await run.click()
  await outcome(page)

  await output.getByRole('link', { name: '沙箱 ↓' }).click()
  const panel = page.getByRole('region', { name: '沙箱' })
  await panel.getByText('替用户付款').first().click()
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
