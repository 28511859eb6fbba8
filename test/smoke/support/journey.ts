import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { seedPage } from '../../e2e/support/site.ts'
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
      await tab.open(inject('origin') + seedPage)
      await waitFor(tab, '"__vue_app__" in document.querySelector("#app")', true)
      expect(await tab.evaluate(heading)).toBe('撤销智慧零售订单')
      expect(await tab.evaluate('document.querySelector(".im-table").innerText')).toContain('商户服务订单号')
    })

    it('leads to another page by the menu', async () => {
      await tab.click('#VPSidebarNav a', '创建智慧零售订单')
      await waitFor(tab, heading, '创建智慧零售订单')
      await tab.click('#VPSidebarNav a', '撤销智慧零售订单')
      await waitFor(tab, heading, '撤销智慧零售订单')
    })

    it('runs an asynchronous TypeScript tab to its output', async () => {
      await tab.click('[role=tab]', '异步纯链式')
      await tab.click('button', '运行')
      await waitFor(tab, `/完成|出错|已停止/.test(${output})`, true)
      expect(await tab.evaluate(output)).toMatch(/完成[^]*order_id/)
    })

    it('throws no error meanwhile', async () => {
      expect(await tab.errors()).toEqual([])
    })
  })
}
