import { chromium, type Browser } from 'playwright'
import { chromiumLaunchOptions } from './chromium.ts'

/** What DevTools call fast 4G; in bytes per second and milliseconds. */
const network = { offline: false, downloadThroughput: 1_012_500, uploadThroughput: 168_750, latency: 165 }
const slowdown = 4
const loads = 7

/** An event of Chromium's trace; times in microseconds, `tdur` of processor time. */
interface TraceEvent {
  name: string
  pid: number
  tid: number
  ts: number
  dur?: number
  tdur?: number
  args: { data?: { documentLoaderURL?: string } }
}

interface Paint {
  first: number
  largest: number
  blocking: number
}

/** Reads a trace of one load of a page. Times in milliseconds. */
function readTrace(events: TraceEvent[]): Paint {
  const start = events.findLast(({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL)
  if (!start) throw new Error('the trace has no navigation')
  const own = events.filter(({ pid, ts }) => pid === start.pid && ts >= start.ts)
  const last = (wanted: string) => own.findLast(({ name }) => name === wanted)?.ts ?? Infinity
  const first = last('firstContentfulPaint')
  const tasks = own.filter(({ name, tid, ts }) => tid === start.tid && name === 'RunTask' && ts >= first)
  return {
    first: (first - start.ts) / 1000,
    largest: (last('largestContentfulPaint::Candidate') - start.ts) / 1000,
    // As in Lighthouse, the first 50 ms of a task do not count. Other programs do not lengthen processor time.
    blocking: tasks.reduce((sum, { tdur = 0 }) => sum + Math.max(0, tdur / 1000 - 50), 0),
  }
}

/** Milliseconds for which the main thread is watched once the network is idle, because hydration follows the load. */
const watched = 2000

/** Loads a page once, as a reader who was never there. */
async function load(browser: Browser, url: string): Promise<Paint> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    const devTools = await context.newCDPSession(page)
    await devTools.send('Network.enable')
    await devTools.send('Network.emulateNetworkConditions', network)
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await browser.startTracing(page, { categories: ['loading', 'blink.user_timing', 'disabled-by-default-devtools.timeline'] })
    await page.goto(url, { waitUntil: 'networkidle' })
    await page.waitForTimeout(watched)
    const { traceEvents } = JSON.parse(String(await browser.stopTracing()))
    return readTrace(traceEvents)
  } finally {
    await context.close()
  }
}

/**
 * Measures when a page is painted, and how long its tasks block the reader after that, on a 4 times slower processor and fast 4G.
 * Milliseconds; the least of several loads, because other programs can only delay them.
 */
export async function measurePaint(url: string) {
  const browser = await chromium.launch(chromiumLaunchOptions())
  try {
    const paints: Paint[] = []
    while (paints.length < loads) paints.push(await load(browser, url))
    const least = (what: keyof Paint) => Math.round(Math.min(...paints.map(paint => paint[what])))
    return {
      'first paint, ms': least('first'),
      'largest paint, ms': least('largest'),
      'blocking after it, ms': least('blocking'),
    }
  } finally {
    await browser.close()
  }
}
