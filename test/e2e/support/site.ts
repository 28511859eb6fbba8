import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { chromiumLaunchOptions } from '../../../scripts/chromium.ts'
import { isAlive } from '../../support/alive.ts'
import { listenOutside } from './outside.ts'
import { resetPage } from './reset-page.ts'

/** URL path of the seed page. */
export const seedPage = '/openapi/v3/payscore/smartretail-orders/%7Bout_order_no%7D/cancel.html'

/** Playwright's defaults of what a page can change later. */
const defaults = { viewport: { width: 1280, height: 720 }, colorScheme: 'light' } as const

/**
 * Opens the built site in a Chromium for the tests of one file. Each test fails if the page logs an error or a warning,
 * or sends a request that leaves the machine.
 */
export function useSite() {
  const origin = inject('origin')
  const complaints: string[] = []
  let browser: Browser
  let outside: Awaited<ReturnType<typeof listenOutside>>
  /** The page that every test opens first: opening one in a fresh profile takes longer than most tests. */
  let shared: Page | undefined
  let isTaken = false

  beforeAll(async () => {
    outside = await listenOutside()
    browser = await chromium.launch({ ...chromiumLaunchOptions(), proxy: { server: outside.proxy, bypass: '127.0.0.1' } })
  })
  afterEach(async ({ task }) => {
    // A test that failed may leave a page that does not respond.
    if (task.result?.state === 'fail') shared = undefined
    const others = browser.contexts().filter(context => context !== shared?.context())
    await Promise.all(others.map(context => context.close()))
    if (shared && isTaken) await resetPage(shared, origin)
    isTaken = false
    const written = complaints.splice(0)
    expect(written).toEqual([])
    expect(outside.seen.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    outside.close()
  })

  async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'zh-CN', ...options })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
    return context.newPage()
  }

  /** A page without data: the shared one for the first page of a test, if that can have these options. */
  async function takePage(options: BrowserContextOptions): Promise<Page> {
    const { viewport, colorScheme, ...others } = { ...defaults, ...options }
    if (isTaken || !viewport || Object.keys(others).length) return newPage(options)
    isTaken = true
    shared ??= await newPage()
    await shared.setViewportSize(viewport)
    await shared.emulateMedia({ colorScheme })
    return shared
  }

  async function go(page: Page, path: string): Promise<Page> {
    await page.goto(origin + path)
    await page.waitForFunction(isAlive)
    return page
  }

  return {
    origin,
    /** Opens a page of the site in a profile without data. */
    async open(path = seedPage, options: BrowserContextOptions = {}): Promise<Page> {
      const page = await takePage(options)
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(`${page.url()}: ${message.text()}`)
      })
      page.on('pageerror', error => complaints.push(`${page.url()}: ${error.message}`))
      if (options.javaScriptEnabled !== false) return go(page, path)
      await page.goto(origin + path)
      return page
    },
    /** The same without checking the console, for tests that make the browser itself log an error. */
    async openQuietly(path = seedPage): Promise<Page> {
      return go(await takePage({}), path)
    },
    /** The same in a profile that has no file of the site in its cache. */
    async openFresh(path = seedPage): Promise<Page> {
      return go(await newPage(), path)
    },
  }
}
