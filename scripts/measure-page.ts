import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright'
import { chromiumLaunchOptions } from './chromium.ts'

/** Collects the gzipped bytes of every script a page loads, its workers' included. */
function countScripts(page: Page) {
  const bodies: Promise<Buffer>[] = []
  page.context().on('response', response => {
    const type = response.headers()['content-type'] ?? ''
    if (/javascript|json/.test(type)) bodies.push(response.body())
  })
  return async () => (await Promise.all(bodies.splice(0))).reduce((bytes, body) => bytes + gzipSync(body).length, 0)
}

/** Sizes of the seed page of the built site, served at `origin`, before and during its first run. */
export async function measurePage(origin: string) {
  const file = 'openapi/v3/payscore/smartretail-orders/{out_order_no}/cancel.html'
  const html = readFileSync(`.vitepress/dist/${file}`)
  const serviceWorker = readFileSync('.vitepress/dist/sandbox-service-worker.js')
  const browser = await chromium.launch(chromiumLaunchOptions())
  try {
    const page = await browser.newPage()
    const scripts = countScripts(page)
    await page.goto(`${origin}/${encodeURI(file)}`, { waitUntil: 'networkidle' })
    const before = await scripts()
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
    await page.getByRole('button', { name: '运行', exact: true }).click()
    await page.getByRole('region', { name: '输出' }).getByText('order_id').waitFor()
    return {
      'HTML of the seed page': html.length,
      'HTML of the seed page, gzip': gzipSync(html).length,
      'DOM nodes of that page': nodes,
      'JS before the first click on Run, gzip': before,
      'JS for the first TypeScript run beyond that, gzip': await scripts() + gzipSync(serviceWorker).length,
    }
  } finally {
    await browser.close()
  }
}
