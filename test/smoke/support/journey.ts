import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { seedPage } from '../../e2e/support/site.ts'
import { isAlive } from '../../support/alive.ts'
import { waitFor, type Tab } from './tab.ts'

const heading = 'document.querySelector(\'h1\')?.firstChild.textContent.trim()'
const output = 'document.querySelector(\'[aria-label="输出"]\')?.innerText ?? ""'

/** What must work in every browser: the seed page is read, left by the menu, and run. */
export function testJourney(browser: string, open: () => Promise<Tab>): void {
  describe(`the built site in ${browser}`, () => {
    let tab: Tab
    beforeAll(async () => {
      tab = await open()
    })
    afterAll(() => tab?.close())

    it('shows the seed page', async () => {
      await openPage(seedPage)
      expect(await tab.evaluate(heading)).toBe('撤销智慧零售订单')
      expect(await tab.evaluate('document.querySelector(".im-table").innerText')).toContain('商户服务订单号')
    })

    it('leads to another page by the menu', async () => {
      await tab.click('#VPSidebarNav a', '创建智慧零售订单')
      await waitFor(tab, heading, '创建智慧零售订单')
      await tab.click('#VPSidebarNav a', '撤销智慧零售订单')
      await waitFor(tab, heading, '撤销智慧零售订单')
    })

    it.each([
      ['an asynchronous TypeScript', 'TypeScript', '异步纯链式'],
      ['a synchronous TypeScript', 'TypeScript', '同步纯链式'],
      ['a synchronous PHP', 'PHP', '同步声明式'],
    ])('runs %s tab to its output', async (_what, language, style) => {
      await tab.click('[role=radiogroup] label', language)
      await tab.click('[role=tab]', style)
      expect(await runOnce()).toMatch(/完成[^]*order_id/)
    })

    it('shows the signed string and the verified response', async () => {
      expect(await wireText()).toMatch(/待签名串[^]*smartretail-orders[^]*签名有效/)
    })

    it('uploads a file', async () => {
      await openPage('/openapi/v3/merchant/media/upload.html')
      expect(await runOnce()).toMatch(/完成[^]*media_id/)
    })

    it('downloads a bill and prints its text', async () => {
      await openPage('/openapi/v3/billdownload/file.html')
      expect(await runOnce()).toMatch(/完成[^]*交易时间/)
      expect(await wireText()).toContain('微信支付不给这种文件签名')
    })

    it('pays an order in the panel of the sandbox', async () => {
      await openPage('/openapi/v3/pay/transactions/jsapi.html')
      expect(await runOnce()).toMatch(/完成[^]*prepay_id/)
      await tab.click('[role=tab]', '沙箱')
      await tab.click('.sandbox-panel button', '用户支付 / 确认')
      await waitFor(tab, `/NOTPAY → SUCCESS/.test(document.querySelector('.sandbox-panel').innerText)`, true)
    })

    it('throws no error meanwhile', async () => {
      expect(await tab.errors()).toEqual([])
    })

    // Last, because Firefox reports the rejections of the code as errors when its worker is stopped.
    it('ends code that floods the page, and runs again', async () => {
      await openPage('/openapi/v3/certificates.html')
      await tab.click('[role=radiogroup] label', 'TypeScript')
      await enter('for (let i = 0; i < 20_000; i++) Promise.reject(new Error("no"))\nawait new Promise(() => {})')
      expect(await runOnce()).toContain('输出太多: 超过 2000 行')
      await enter('console.log((await wxpay.v3.certificates.getAsync()).status)')
      expect(await runOnce()).toMatch(/完成[^]*200/)
    })

    it('ends PHP that prints without end, and runs again', async () => {
      await tab.click('[role=radiogroup] label', 'PHP')
      await enter('while (true) echo "x\\n";')
      expect(await runOnce()).toContain('输出太多: 超过 2000 行')
      await enter('echo $instance->v3->certificates->get()->getStatusCode();')
      expect(await runOnce()).toMatch(/完成[^]*200/)
    })

    async function openPage(path: string): Promise<void> {
      await tab.open(inject('origin') + path)
      await waitFor(tab, `(${isAlive})()`, true)
    }

    /** Replaces the code in the editor, once the code of the chosen tab and the editor are loaded. */
    async function enter(code: string): Promise<void> {
      await waitFor(tab, `document.querySelector('[aria-label="代码"]') !== null`, true)
      await tab.evaluate(`document.querySelector('[aria-label="代码"]').focus()`)
      await waitFor(tab, `document.activeElement.isContentEditable`, true)
      await tab.evaluate(`(() => {
        document.execCommand('selectAll')
        document.execCommand('insertText', false, ${JSON.stringify(code)})
      })()`)
    }

    /** Opens the tab of the messages and returns their text. */
    async function wireText(): Promise<unknown> {
      await tab.click('[role=tab]', '报文')
      return tab.evaluate('document.querySelector("[aria-label=报文]").innerText')
    }

    /** Runs the code and returns its output. */
    async function runOnce(): Promise<unknown> {
      await tab.click('[role=tab]', '输出')
      await tab.click('button', '运行')
      await waitFor(tab, `/完成|出错|已停止/.test(${output})`, true)
      return tab.evaluate(output)
    }
  })
}
