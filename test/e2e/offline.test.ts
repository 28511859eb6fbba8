import { describe, expect, it } from 'vitest'
import { enter, example, outcome } from './support/example.ts'
import { useSite } from './support/site.ts'

const site = useSite()

describe('a page that has lost the network', () => {
  it('runs again what ran before', async () => {
    const page = await site.openFresh()
    const { language, run, tab } = example(page)
    const runEach = async () => {
      const ends: string[] = []
      for (const [name, style] of [['TypeScript', '异步纯链式'], ['TypeScript', '同步纯链式'], ['PHP', '同步纯链式']] as const) {
        await language(name).check()
        await tab(style).click()
        await run.click()
        ends.push(await outcome(page))
      }
      return ends
    }
    const completed = expect.stringMatching(/^完成[^]*order_id/)

    expect(await runEach()).toEqual([completed, completed, completed])
    await page.context().setOffline(true)
    expect(await runEach()).toEqual([completed, completed, completed])
  })

  it('says that the first run needs the network', async () => {
    const page = await site.openFresh()
    await page.context().setOffline(true)
    await example(page).run.click()
    expect(await outcome(page)).toMatch(/出错[^]*没能下载运行要用的文件[^]*请检查网络/)
  })

  it.each([
    ['postAsync', '异步纯链式'], ['post', '同步纯链式'],
  ])('says that another part of the sandbox needs the network: %s', async (call, style) => {
    const page = await site.openFresh()
    const { run, tab } = example(page)
    await tab(style).click()
    await run.click()
    await outcome(page)
    await enter(page, '')
    await page.context().setOffline(true)

    await enter(page, `await wxpay.v3.pay.transactions.native.${call}({ json: {} })`)
    await run.click()

    expect(await outcome(page)).toMatch(/出错[^]*没能下载这个接口的数据[^]*请检查网络/)
  })

  it('runs changed code that is JavaScript, and says what it cannot do', async () => {
    const page = await site.openFresh()
    const { run } = example(page)
    await run.click()
    await outcome(page)
    await enter(page, '')
    await page.context().setOffline(true)

    await enter(page, 'console.log(6 * 7)')
    await run.click()

    expect(await outcome(page)).toMatch(/完成[^]*没能下载去掉类型的程序[^]*异步写法照常运行[^]*42/)
  })
})
