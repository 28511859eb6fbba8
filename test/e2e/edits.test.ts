import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { isAlive } from '../support/alive.ts'
import { codeOf, enter, example, outcome, styles } from './support/example.ts'
import { seedPage, useSite } from './support/site.ts'

const site = useSite()

const edited = `console.log('mine')`

const linkOf = async (page: Page) => {
  await page.getByRole('button', { name: '分享', exact: true }).click()
  await page.getByText('已复制').waitFor()
  return page.evaluate(() => navigator.clipboard.readText())
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.waitForFunction(isAlive)
}

describe('an edit', () => {
  it('stays over reloads and other pages, in its language, until 重置', async () => {
    const page = await site.open()
    const { language, reset } = example(page)
    const original = await codeOf(page)
    await enter(page, edited)
    await open(page, page.url())
    expect(await codeOf(page)).toBe(edited)
    // Coloured before it gets the focus: in a program of one call, the call and the string.
    const colours = await page.locator('.cm-line span').evaluateAll(spans => spans.map(span => getComputedStyle(span).color))
    expect(new Set(colours).size).toBeGreaterThan(1)
    await page.locator('#VPSidebarNav a').getByText('创建智慧零售订单').click()
    await page.getByRole('heading', { level: 1, name: '创建智慧零售订单' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: '撤销智慧零售订单' }).waitFor()
    expect(await codeOf(page)).toBe(edited)
    await language('PHP').check()
    expect(await codeOf(page)).toContain('$instance')
    await language('TypeScript').check()
    await reset.click()
    await open(page, page.url())
    expect(await codeOf(page)).toBe(original)
  })

  it('follows the style if it changes the request', async () => {
    const page = await site.open()
    const { tab } = example(page)
    await enter(page, (await codeOf(page)).replace('用户投诉', '用户取消'))
    await tab('同步属性式').click()
    const code = await codeOf(page)
    expect(code).toContain('用户取消')
    expect(code).toContain(`wxpay['v3/payscore/smartretail-orders/{out_order_no}/cancel'].post({`)
  })

  it('is not lost if it cannot follow: the reader is asked', async () => {
    const page = await site.open()
    const { tab } = example(page)
    await enter(page, edited)
    await tab('同步属性式').click()
    await page.getByText('带不到「同步属性式」').waitFor()
    await page.getByRole('button', { name: '留在这里' }).click()
    expect(await codeOf(page)).toBe(edited)
    await tab('同步属性式').click()
    await page.getByRole('button', { name: '放弃修改，换过去' }).click()
    expect(await tab('同步属性式').getAttribute('aria-selected')).toBe('true')
    expect(await codeOf(page)).toContain('].post({')
  })
})

describe('a link', () => {
  it('carries code, language and style, and runs nothing', async () => {
    const page = await site.open()
    const { language, tab } = example(page)
    await language('PHP').check()
    await tab('同步声明式').click()
    await enter(page, `echo '分享';`)
    const url = new URL(await linkOf(page))
    expect(url.searchParams.get('lang')).toBe('php')
    expect(url.searchParams.get('style')).toBe('同步声明式')

    const other = await site.open()
    await enter(other, edited)
    await open(other, url.href)
    const shown = example(other)
    await other.getByText('这是链接里的代码').waitFor()
    expect(await shown.language('PHP').isChecked()).toBe(true)
    expect(await shown.tab('同步声明式').getAttribute('aria-selected')).toBe('true')
    expect(await codeOf(other)).toBe(`echo '分享';`)
    expect(await shown.output.innerText()).toBe('还没有运行。')
    expect(other.url()).not.toContain('#')
    await shown.language('TypeScript').check()
    expect(await codeOf(other)).toBe(edited)
  })

  it('gives back the edit that its code took the place of', async () => {
    const page = await site.open()
    await enter(page, `console.log('theirs')`)
    const url = await linkOf(page)
    await enter(page, edited)
    await page.goto('about:blank')
    await open(page, url)
    await page.getByRole('button', { name: '换回我的修改' }).click()
    expect(await codeOf(page)).toBe(edited)
  })

  it.each(['AAAA', '%E0%A4%A', '<img src=x onerror=alert(1)>'])('is refused in one line if it is damaged: %s', async (text) => {
    const page = await site.open(`${seedPage}?lang=typescript#code=${text}`)
    await page.getByText('链接里的代码读不出来').waitFor()
    expect(await codeOf(page)).toContain('await wxpay')
  })
})

describe('other languages', () => {
  it('are viewed, while language, styles and 运行 stay', async () => {
    const page = await site.open()
    const { language, run, tab } = example(page)
    await tab('同步声明式').click()
    await page.getByRole('button', { name: 'cURL', exact: true }).click()
    await page.getByRole('region', { name: 'cURL' }).getByText('openssl dgst').first().waitFor()
    expect(await language('TypeScript').isChecked()).toBe(true)
    expect(await page.getByRole('tab', { name: /式$/ }).allInnerTexts()).toEqual(styles)
    await run.click()
    expect(await outcome(page)).toContain('完成')
    await page.getByRole('button', { name: '回到代码' }).click()
    expect(await codeOf(page)).toContain('wxpay.chain(')
  })
})

describe('the playground', () => {
  it('runs a program of several steps, and starts from those of the overviews', async () => {
    const page = await site.open('/')
    await page.getByRole('link', { name: '演练场', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '演练场' }).waitFor()
    await example(page).run.click()
    expect(await outcome(page)).toMatch(/weixin:\/\/[^]*NOTPAY/)
    const starts = page.getByRole('combobox', { name: '从这里开始' })
    await starts.selectOption('退款')
    expect(await codeOf(page)).toContain('refund')
    await enter(page, edited)
    await starts.selectOption('基础支付')
    await page.getByText('带不到「基础支付」').waitFor()
    expect(await codeOf(page)).toBe(edited)
    expect(await starts.inputValue()).toBe('退款')
  })
})
