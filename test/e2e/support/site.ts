import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { chromiumLaunchOptions } from '../../../scripts/chromium.ts'
import { isAlive } from '../../support/alive.ts'
import { listenOutside } from './outside.ts'

/** URL path of the seed page. */
export const seedPage = '/openapi/v3/payscore/smartretail-orders/%7Bout_order_no%7D/cancel.html'

/**
 * Opens the built site in a Chromium for the tests of one file. Each test fails if the page logs an error or a warning,
 * or sends a request that leaves the machine.
 */
export function useSite() {
  const origin = inject('origin')
  const complaints: string[] = []
  let browser: Browser
  let outside: Awaited<ReturnType<typeof listenOutside>>

  beforeAll(async () => {
    outside = await listenOutside()
    browser = await chromium.launch({ ...chromiumLaunchOptions(), proxy: { server: outside.proxy, bypass: '127.0.0.1' } })
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map(context => context.close()))
    const written = complaints.splice(0)
    expect(written).toEqual([])
    expect(outside.seen.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    outside.close()
  })

  async function newPage(options: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext({ locale: 'zh-CN', ...options })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
    return context.newPage()
  }

  return {
    origin,
    /** Opens a page of the site in a fresh profile. */
    async open(path = seedPage, options: BrowserContextOptions = {}): Promise<Page> {
      const page = await newPage(options)
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(`${page.url()}: ${message.text()}`)
      })
      page.on('pageerror', error => complaints.push(`${page.url()}: ${error.message}`))
      await page.goto(origin + path)
      if (options.javaScriptEnabled !== false) await page.waitForFunction(isAlive)
      return page
    },
    /** The same without checking the console, for tests that make the browser itself log an error. */
    async openQuietly(path = seedPage): Promise<Page> {
      const page = await newPage({})
      await page.goto(origin + path)
      await page.waitForFunction(isAlive)
      return page
    },
  }
}
