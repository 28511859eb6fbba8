import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { chromiumLaunchOptions } from '../../scripts/chromium.ts'
import { isAlive } from '../support/alive.ts'
import { until } from '../support/until.ts'

const jsapi = '/openapi/v3/pay/transactions/jsapi.html'

/** Playwright keeps every page visible; in this browser a tab behind another is hidden. */
let browser: Browser
/** A profile for each test: the service worker of a page that closes unregisters itself later, under the next one's pages. */
let profile: BrowserContext

beforeAll(async () => {
  browser = await puppeteer.launch(chromiumLaunchOptions())
})
beforeEach(async () => {
  profile = await browser.createBrowserContext()
})
afterEach(() => profile.close())
afterAll(() => browser.close())

const visibility = (page: Page) => page.evaluate('document.visibilityState')

/** Opens a page in a new tab in front of the others. */
async function openTab(path = jsapi): Promise<Page> {
  const page = await profile.newPage()
  await page.goto(inject('origin') + path)
  await waitFor(page, `(${isAlive})()`)
  await page.bringToFront()
  return page
}

async function waitFor(page: Page, expression: string): Promise<void> {
  await until(async () => await page.evaluate(expression) === true, () => `${expression} is not true`)
}

/** Clicks the first element with that text, by script, since a hidden tab gets no input. */
async function click(page: Page, selector: string, text: string): Promise<void> {
  const element = `[...document.querySelectorAll('${selector}')].find(({ textContent }) => textContent.trim() === '${text}')`
  await waitFor(page, `${element} !== undefined`)
  await page.evaluate(`${element}.click()`)
}

const outputOf = `document.querySelector('[aria-label="输出"]')?.innerText ?? ''`

async function run(page: Page, style: string): Promise<unknown> {
  await click(page, '[role=tab]', style)
  await click(page, 'button', '运行')
  await waitFor(page, `/完成|出错|已停止/.test(${outputOf})`)
  return page.evaluate(outputOf)
}

/** The number of records that the panel shows. */
async function countRecords(page: Page): Promise<string | undefined> {
  await click(page, '[role=tab]', '沙箱')
  const panel = `document.querySelector('[aria-label="沙箱"]')?.innerText ?? ''`
  await waitFor(page, `/条记录/.test(${panel})`)
  return /(\d+) 条记录/.exec(String(await page.evaluate(panel)))?.[1]
}

describe('two tabs of the site', () => {
  it.each(['同步纯链式', '异步纯链式'])('have a sandbox each, also the one behind: %s', async (style) => {
    const behind = await openTab()
    const front = await openTab('/openapi/v3/certificates.html')
    // The one in front has a sandbox too, which must not get the order.
    expect(await run(front, style)).toContain('完成')
    expect([await visibility(behind), await visibility(front)]).toEqual(['hidden', 'visible'])

    expect(await run(behind, style)).toMatch(/完成[^]*prepay_id/)

    expect(await countRecords(behind)).toBe('1')
    expect(await countRecords(front)).toBe('0')
  })

  it('run behind a page of another site', async () => {
    const behind = await openTab()
    const other = await profile.newPage()
    await other.goto('about:blank')
    await other.bringToFront()
    expect(await visibility(behind)).toBe('hidden')

    expect(await run(behind, '同步声明式')).toMatch(/完成[^]*prepay_id/)
  })

  it('run after a forced reload what needs no service worker, and keep the code', async () => {
    const other = await openTab()
    expect(await run(other, '同步纯链式')).toContain('完成')
    const page = await openTab()
    const session = await page.createCDPSession()
    await Promise.all([page.waitForNavigation(), session.send('Page.reload', { ignoreCache: true })])
    await waitFor(page, `(${isAlive})()`)
    await page.evaluate('window.notReloaded = true')

    expect(await run(page, '异步纯链式')).toMatch(/^(?!.*强制刷新).*完成/s)
    expect(await run(page, '同步纯链式')).toMatch(/出错[^]*强制刷新（Shift \+ 刷新）绕过了 Service Worker[^]*请正常刷新页面/)
    expect(await page.evaluate('window.notReloaded')).toBe(true)
  })

  it('go on with the download of PHP behind', async () => {
    const behind = await openTab()
    const { promise: asked, resolve: hold } = Promise.withResolvers<() => void>()
    await behind.setRequestInterception(true)
    behind.on('request', (request) => {
      const pass = () => void request.continue()
      if (request.url().endsWith('.wasm')) hold(pass)
      else pass()
    })
    await click(behind, '[role=radiogroup] label', 'PHP')
    await click(behind, '[role=tab]', '同步纯链式')
    await click(behind, 'button', '运行')
    const pass = await asked

    const front = await openTab('/openapi/v3/certificates.html')
    expect(await run(front, '同步纯链式')).toContain('完成')
    expect(await visibility(behind)).toBe('hidden')
    pass()

    await waitFor(behind, `/完成|出错|已停止/.test(${outputOf})`)
    expect(await behind.evaluate(outputOf)).toMatch(/完成[^]*prepay_id/)
  })
})
