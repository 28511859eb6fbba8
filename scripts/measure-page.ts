import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { chromium, type Browser, type Page } from 'playwright'
import { chromiumLaunchOptions } from './chromium.ts'

/** Sums the gzipped bytes of the site's scripts and their data that a page and its workers load, each file once. */
function countScripts(page: Page, origin: string) {
  const files = new Set<string>()
  page.context().on('request', (request) => {
    const { origin: from, pathname } = new URL(request.url())
    if (from === origin && /\.js(on)?$/.test(pathname)) files.add(`.vitepress/dist${decodeURIComponent(pathname)}`)
  })
  return () => [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)
}

/** Measures what a page loads while a reader does something for the first time. */
async function measureFirst(
  browser: Browser, url: string, act: (page: Page) => Promise<void>,
): Promise<number> {
  const page = await browser.newPage()
  const scripts = countScripts(page, new URL(url).origin)
  await page.goto(url, { waitUntil: 'networkidle' })
  const before = scripts()
  await act(page)
  return scripts() - before
}

/** Writes code, which is completed and checked. */
async function edit(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '代码' }).focus()
  await page.locator('[contenteditable]').fill('await wxpay.chain(\'v3/payscore/serviceorder\').postAsync({ json: {} })')
  await page.waitForLoadState('networkidle')
}

/** Runs the example to its end. */
async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: '运行', exact: true }).click()
  await page.getByRole('group', { name: '输出' }).getByText('完成').waitFor()
}

/** A page whose product loads the records of four others. */
const ofMostFlows = 'openapi/v3/ecommerce/account/apply-cancel-withdraw.html'

/** Measures the seed page of the built site, served at `origin`, before and during its first run. Sizes in bytes. */
export async function measurePage(origin: string) {
  const file = 'openapi/v3/payscore/smartretail-orders/{out_order_no}/cancel.html'
  const html = readFileSync(`.vitepress/dist/${file}`)
  const url = `${origin}/${encodeURI(file)}`
  const browser = await chromium.launch(chromiumLaunchOptions())
  try {
    const page = await browser.newPage()
    const scripts = countScripts(page, origin)
    await page.goto(url, { waitUntil: 'networkidle' })
    const before = scripts()
    const nodes = await page.evaluate<number>('document.querySelectorAll("*").length')
    return {
      'HTML of the seed page': html.length,
      'HTML of the seed page, gzip': gzipSync(html).length,
      'DOM nodes of that page': nodes,
      'JS before the first click on Run, gzip': before,
      'JS for the first edit beyond that, gzip': await measureFirst(browser, url, edit),
      'JS for the first TypeScript run beyond that, gzip': await measureFirst(browser, url, run),
      'JS for the first run of the product with most flows, gzip': await measureFirst(browser, `${origin}/${ofMostFlows}`, run),
    }
  } finally {
    await browser.close()
  }
}
