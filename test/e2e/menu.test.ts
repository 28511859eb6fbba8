import type { Locator } from 'playwright'
import { describe, expect, it } from 'vitest'
import { useSite } from './support/site.ts'

const site = useSite()

const refunds = '/openapi/v3/refund/domestic/refunds.html'

describe('menus', () => {
  it('shows only the product of the page: overview, operations, notifications', async () => {
    const page = await site.open(refunds)
    const menu = page.locator('#VPSidebarNav')
    expect(await menu.getByRole('heading').allInnerTexts()).toEqual(['退款', '通知'])
    const links = await menu.getByRole('link').evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
    expect(links.map(link => link.split('/')[1])).toEqual([
      'product', ...links.slice(1, -3).map(() => 'openapi'), 'webhook', 'webhook', 'webhook',
    ])
    await menu.getByRole('link', { name: '退款成功' }).click()
    await page.getByRole('heading', { level: 1, name: /退款成功/ }).waitFor()
    expect(await menu.getByRole('heading').allInnerTexts()).toEqual(['退款', '通知'])
  })

  it('leads from the top menu to the overview', async () => {
    const page = await site.open(refunds)
    await page.getByRole('button', { name: '产品' }).hover()
    await page.getByRole('link', { name: '智慧零售', exact: true }).click()
    await page.waitForURL('**/product/smartretail.html')
  })

  it.each([
    ['the pointer', (button: Locator) => button.hover()],
    ['a key', (button: Locator) => button.press('Enter')],
    ['a finger', (button: Locator) => button.tap()],
  ])('makes the list of products when the reader comes to it with %s', async (_, come) => {
    const page = await site.open(refunds, { hasTouch: true })
    const products = page.locator('.VPNavBarMenuGroup .VPMenu a')
    expect(await products.count()).toBe(0)
    await come(page.getByRole('button', { name: '产品' }))
    await products.getByText('智慧零售', { exact: true }).click()
    await page.waitForURL('**/product/smartretail.html')
  })

  it('leads from the home page to the overview', async () => {
    const page = await site.open('/')
    await page.getByRole('main').getByRole('link', { name: '退款', exact: true }).click()
    await page.waitForURL('**/product/refund.html')
  })

  it('opens on a phone: products at the top, pages of the product at the side', async () => {
    const page = await site.open(refunds, { viewport: { width: 360, height: 740 }, hasTouch: true })
    await page.locator('.VPLocalNav').getByRole('button', { name: '菜单' }).tap()
    await page.locator('#VPSidebarNav').getByRole('link', { name: '退款关闭' }).tap()
    await page.waitForURL('**/webhook/v3/REFUND.CLOSED.html')

    await page.locator('.VPNavBarHamburger').tap()
    await page.locator('.VPNavScreen').getByRole('button', { name: '产品' }).tap()
    await page.locator('.VPNavScreen').getByRole('link', { name: '智慧零售', exact: true }).tap()
    await page.waitForURL('**/product/smartretail.html')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})
