import { globSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type CDPSession, type Page } from 'playwright'
import { chromiumLaunchOptions } from './chromium.ts'

const slowdown = 4

/** The first loads the index, the others what their words need; the last has a wrong letter. */
const queries = ['订单', 'out_trade_no', '查询退款', 'notify', '签名', 'out_trede_no']

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' }

/** Serves the files of a folder on a free port, and counts their gzipped bytes. */
async function serveFolder(folder: string) {
  let bytes = 0
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1')
    const file = decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    try {
      const content = readFileSync(join(folder, file))
      bytes += gzipSync(content).length
      response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream').end(content)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, bytes: () => bytes, close: () => server.close() }
}

async function read(devTools: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await devTools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === wanted)?.value ?? NaN
}

/** The bytes of the page's values, once the unused ones are gone. */
async function memoryOf(devTools: CDPSession): Promise<number> {
  await devTools.send('HeapProfiler.collectGarbage')
  return read(devTools, 'JSHeapUsedSize')
}

/** Waits until an element is painted, without looking for it again and again. */
const painted = (tab: Page, selector: string) => tab.evaluate(`new Promise((resolve) => {
  const look = () => {
    if (!document.querySelector('${selector}')) return
    observer.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(resolve))
  }
  const observer = new MutationObserver(look)
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['open'] })
  look()
})`)

/**
 * Searches a built site on a 4 times slower processor, as a reader who was never there.
 * @param site folder of the site
 * @returns processor time of the page's thread in milliseconds, typing and painting included; gzipped kilobytes, those of the first
 * query with what the opening loads; memory in MB that the search has added
 */
export async function measureSearch(site: string) {
  const [page = ''] = globSync('openapi/**/*.html', { cwd: site }).toSorted()
  const { origin, bytes, close } = await serveFolder(site)
  const browser = await chromium.launch(chromiumLaunchOptions())
  try {
    const tab = await browser.newPage()
    const devTools = await tab.context().newCDPSession(tab)
    // Other programs of this machine do not slow a thread's own time.
    await devTools.send('Performance.enable', { timeDomain: 'threadTicks' })
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await tab.goto(`${origin}/${encodeURI(page)}`, { waitUntil: 'networkidle' })
    const before = await memoryOf(devTools)

    const measure = async (selector: string, act: () => Promise<void>) => {
      const done = painted(tab, selector)
      const [seconds, loaded] = [await read(devTools, 'TaskDuration'), bytes()]
      await act()
      await done
      await tab.waitForLoadState('networkidle')
      return { ms: Math.round((await read(devTools, 'TaskDuration') - seconds) * 1000), bytes: bytes() - loaded }
    }
    const opening = await measure('.search-dialog[open]', () => tab.locator('.search-button').click())
    const answers: typeof opening[] = []
    for (const query of queries) {
      await tab.locator('#localsearch-input').fill('')
      await tab.locator('.search-result').first().waitFor({ state: 'detached' })
      answers.push(await measure('.search-result', () => tab.keyboard.insertText(query)))
    }
    const [first = opening, ...further] = answers
    const kilobytes = (size: number) => Math.round(size / 102.4) / 10
    return {
      'opening, ms': opening.ms,
      'first query, ms': first.ms,
      'slowest further query, ms': Math.max(...further.map(({ ms }) => ms)),
      'first query, KB': kilobytes(opening.bytes + first.bytes),
      'largest further query, KB': kilobytes(Math.max(...further.map(answer => answer.bytes))),
      'memory, MB': Math.round((await memoryOf(devTools) - before) / 1e5) / 10,
    }
  } finally {
    await browser.close()
    close()
  }
}
