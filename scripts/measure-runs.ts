import { globSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright'
import { chromiumLaunchOptions } from './chromium.ts'

const page = 'openapi/v3/payscore/smartretail-orders/{out_order_no}/cancel.html'

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
    await timeRun(request)
    const typescript = await timeRun(request)
    await tab.getByRole('radiogroup', { name: '语言' }).getByRole('radio', { name: 'PHP' }).check()
    return {
      'second TypeScript run, with a request, ms': typescript,
      'PHP asset, bytes': wasm.length,
      'PHP asset, gzip, bytes': gzipSync(wasm).length,
      'PHP boot with download and compilation, ms': await timeRun('echo 1;'),
      'second PHP run, with a request, ms': await timeRun('echo $instance->v3->certificates->get()->getStatusCode();'),
    }
  } finally {
    await browser.close()
  }
}
