import { describe, expect, it } from 'vitest'
import { useSite } from './support/site.ts'

const site = useSite()

const java = '/guide/sdk-java.html'

describe('code that a page does not have', () => {
  it('comes, with its colours, when the reader chooses its tab', async () => {
    const page = await site.open(java)
    const group = page.locator('.vp-code-group').first()
    expect(await page.content()).not.toContain('public class Shop')
    await group.getByText('Shop.java').click()
    const code = group.locator('.language-java.active code')
    await code.locator('span').first().waitFor()
    expect(await code.innerText()).toMatch(/class.* Shop/)
    await group.locator('.language-java.active').hover()
    await group.locator('.language-java.active > button.copy').click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe((await code.innerText()).replace(/\n+/g, '\n'))
  })

  it('says that it cannot be loaded, and is loaded when the reader comes back', async () => {
    const page = await site.openQuietly(java)
    const group = page.locator('.vp-code-group').first()
    await page.route('**/assets/pages/*.json', route => route.abort())
    await group.getByText('pom.xml').click()
    const shown = group.locator('.language-xml.active pre')
    await shown.and(page.locator('[data-failed]')).waitFor()
    await page.unroute('**/assets/pages/*.json')
    await group.getByText('Client.java').click()
    await group.getByText('pom.xml').click()
    await shown.getByText('artifactId').first().waitFor()
  })

  it('leaves the first tab, text and tables to a reader without scripts', async () => {
    const page = await site.open('/guide/sandbox.html', { javaScriptEnabled: false })
    expect(await page.locator('.vp-code-group .active code').innerText()).toContain('<?php')
    expect(await page.getByRole('table').count()).toBeGreaterThan(4)
    for (const code of await page.locator('.vp-doc pre:visible code').all()) expect(await code.innerText()).not.toBe('')
  })
})

it('has the code of all examples on a page, and the buttons of all but the first come with the scripts', async () => {
  const path = '/openapi/v3/merchant-service/complaint-notifications.html'
  const bare = await site.open(path, { javaScriptEnabled: false })
  const codes = await bare.locator('[data-example] code').allInnerTexts()
  expect(codes).toHaveLength(4)
  expect(await bare.locator('[data-example]').first().locator('.run-button').count()).toBe(1)
  expect(await bare.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  for (const code of codes) expect(code).toContain('complaintNotifications')
  const page = await site.open(path)
  await page.getByRole('button', { name: '运行', exact: true }).nth(3).waitFor()
  expect(await page.locator('[data-example] .code-scroller code').allInnerTexts()).toEqual(codes)
})

it('has a long program as text, and its colours once they are loaded', async () => {
  const bare = await site.open('/product/ecommerce.html', { javaScriptEnabled: false })
  const code = bare.locator('[data-example] code').first()
  expect(await code.innerText()).toContain('combineTransactions')
  expect(await code.locator('span').count()).toBe(0)
  const page = await site.open('/product/ecommerce.html')
  await page.locator('[data-example] .code-scroller code > span').first().waitFor()
})
