import { createReadStream, globSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { chromium, type CDPSession } from 'playwright'
import { chromiumLaunchOptions } from './chromium.ts'

const slowdown = 4

/** The first loads the index, the others what their words need. */
const queries = ['订单', 'out_trade_no', '查询退款', 'notify', '签名']

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' }

/** Serves the files of a folder on a free port. */
async function serveFolder(folder: string) {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1')
    const file = decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream')
    createReadStream(join(folder, file)).on('error', () => response.writeHead(404).end()).pipe(response)
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

async function read(devTools: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await devTools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === wanted)?.value ?? NaN
}

/** For how many seconds the page's thread has worked so far. */
const secondsOf = (devTools: CDPSession) => read(devTools, 'TaskDuration')

/** The bytes of the page's values, once the unused ones are gone. */
async function bytesOf(devTools: CDPSession): Promise<number> {
  await devTools.send('HeapProfiler.collectGarbage')
  return read(devTools, 'JSHeapUsedSize')
}

/**
 * Searches a built site on a 4 times slower processor, as a reader who was never there.
 * @param site folder of the site
 * @returns work of the page's thread in milliseconds, typing and painting included; memory in MB that the search has added
 */
export async function measureSearch(site: string) {
  const [page = ''] = globSync('openapi/**/*.html', { cwd: site }).toSorted()
  const { origin, close } = await serveFolder(site)
  const browser = await chromium.launch(chromiumLaunchOptions())
  try {
    const tab = await browser.newPage()
    const devTools = await tab.context().newCDPSession(tab)
    await devTools.send('Performance.enable')
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await tab.goto(`${origin}/${encodeURI(page)}`, { waitUntil: 'networkidle' })
    await tab.getByRole('button', { name: '搜索' }).click()
    const input = tab.getByRole('combobox', { name: '搜索' })
    const before = await bytesOf(devTools)
    const times: number[] = []
    for (const query of queries) {
      await input.fill('')
      const started = await secondsOf(devTools)
      await input.fill(query)
      await tab.getByRole('option').first().waitFor()
      times.push(await secondsOf(devTools) - started)
    }
    const [first = NaN, ...further] = times.map(seconds => Math.round(seconds * 1000))
    const bytes = await bytesOf(devTools)
    return {
      'first query, ms': first,
      'slowest further query, ms': Math.max(...further),
      'memory, MB': Math.round((bytes - before) / 1e5) / 10,
    }
  } finally {
    await browser.close()
    close()
  }
}
