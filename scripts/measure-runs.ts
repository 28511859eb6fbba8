import { globSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright'
import { chromiumLaunchOptions } from './chromium.ts'

const page = 'openapi/v3/payscore/smartretail-orders/{out_order_no}/cancel.html'

/** Runs of a tab that is ready; the median of them counts. */
const warmRuns = 7

/** Milliseconds from the click to the line that says the run is done, as the reader's browser counts them. */
const timeInPage = (tab: Page) => tab.evaluate<number>(`(async () => {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === '运行')
  const isDone = () => document.querySelector('[aria-label=输出] [role=status]')?.textContent.includes('完成') ?? false
  const started = performance.now()
  button.click()
  await new Promise((resolve) => {
    let isRunning = !isDone()
    const observer = new MutationObserver(() => {
      isRunning ||= !isDone()
      if (!isRunning || !isDone()) return
      observer.disconnect()
      resolve()
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  return performance.now() - started
})()`)

/** Milliseconds between runs, as a reader pauses: the browser makes a spare worker when it is idle. */
const pause = 500

/** The median time of a tab that ran before, in milliseconds. */
async function timeWarm(tab: Page): Promise<number> {
  const times: number[] = []
  await timeInPage(tab)
  while (times.length < warmRuns) {
    await tab.waitForTimeout(pause)
    times.push(await timeInPage(tab))
  }
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(warmRuns / 2)]!)
}

/** Measures runs on the built site, served at `origin`, in Chromium. Sizes in bytes, times in milliseconds. */
export async function measureRuns(origin: string) {
  const [asset = ''] = globSync('.vitepress/dist/assets/*.wasm')
  const wasm = readFileSync(asset)
  const browser = await chromium.launch(chromiumLaunchOptions())
  try {
    const tab = await browser.newPage()
    await tab.goto(`${origin}/${encodeURI(page)}`, { waitUntil: 'networkidle' })
    const status = tab.getByRole('group', { name: '输出' }).getByRole('status')
    const timeRun = async (code: string) => {
      const editor = tab.getByRole('textbox', { name: '代码' })
      await editor.focus()
      await editor.and(tab.locator('[contenteditable]')).fill(code)
      const started = performance.now()
      await tab.getByRole('button', { name: '运行', exact: true }).click()
      await status.getByText('完成').waitFor()
      return Math.round(performance.now() - started)
    }
    const request = 'await wxpay.chain("v3/certificates").getAsync()'
    // The first run also loads the sandbox, in any language.
    const warm = await timeWarm(tab)
    await timeRun(request)
    const changed = await timeRun(request)
    await tab.getByRole('radiogroup', { name: '语言' }).getByRole('radio', { name: 'PHP' }).check()
    return {
      'warm TypeScript run of a tab, ms': warm,
      'second TypeScript run of changed code, ms': changed,
      'PHP asset, bytes': wasm.length,
      'PHP asset, gzip, bytes': gzipSync(wasm).length,
      'PHP boot with download and compilation, ms': await timeRun('echo 1;'),
      'second PHP run, with a request, ms': await timeRun('echo $instance->v3->certificates->get()->getStatusCode();'),
    }
  } finally {
    await browser.close()
  }
}
