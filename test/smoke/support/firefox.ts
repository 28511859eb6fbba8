import puppeteer, { type ElementHandle } from 'puppeteer-core'
import { findFirefox } from '../../../scripts/browsers.ts'
import { elementWith, waitFor, type Tab } from './tab.ts'

/** Opens a tab in Firefox, driven by WebDriver BiDi. */
export async function openFirefox(): Promise<Tab> {
  const browser = await puppeteer.launch({
    browser: 'firefox', executablePath: findFirefox()!, defaultViewport: { width: 1280, height: 1024 },
  })
  const page = await browser.newPage()
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error instanceof Error ? error.message : String(error)))
  const tab: Tab = {
    errors: () => Promise.resolve(errors),
    open: async url => void await page.goto(url),
    evaluate: expression => page.evaluate(expression),
    async click(selector, text) {
      const element = elementWith(selector, text)
      await waitFor(tab, `${element} !== null`, true)
      const handle = await page.evaluateHandle(element) as ElementHandle<Element>
      await handle.click()
    },
    close: () => browser.close(),
  }
  return tab
}
