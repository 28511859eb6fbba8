import { describe, expect, it } from 'vitest'
import { codeOf, enter, example, outcome, wireText } from './support/example.ts'
import { useSite } from './support/site.ts'

const site = useSite()

/** A page with one program. */
const notificationPage = '/webhook/v3/TRANSACTION.SUCCESS.html'

describe('a program on a page', () => {
  it('places an order, has it paid, and prints the parsed notification', async () => {
    const page = await site.open(notificationPage)

    await example(page).run.click()

    const printed = await outcome(page)
    expect(printed).toContain('完成')
    expect(printed).toContain('TRANSACTION.SUCCESS')
    expect(printed).toMatch(/total: 1200/)
    expect(await wireText(page)).toContain('/v3/pay/transactions/native')
  })

  it('follows an order from its payment to its refund', async () => {
    const page = await site.open('/product/payment.html')

    await example(page).run.click()

    expect(await outcome(page)).toMatch(/完成[^]*prepay_id[^]*TRANSACTION\.SUCCESS[^]*查询 SUCCESS[^]*退款 PROCESSING[^]*REFUND\.SUCCESS/)
    expect(await wireText(page)).toContain('/v3/refund/domestic/refunds')
  })

  it('runs again with a new order', async () => {
    const page = await site.open(notificationPage)
    const { run } = example(page)
    const runOnce = async () => {
      await run.click()
      return /out_trade_no: '(\d+)'/.exec(await outcome(page))?.[1]
    }

    const first = await runOnce()
    expect(await runOnce()).not.toBe(first)
  })

  it('names the line where the edited program fails', async () => {
    const page = await site.open(notificationPage)
    const { run } = example(page)
    const lines = (await codeOf(page)).split('\n')

    await enter(page, lines.with(0, 'throw new RangeError("no sandbox")').join('\n'))
    await run.click()

    expect(await outcome(page)).toMatch(/第 1 行[^]*no sandbox/)
  })

  it('has one language, and no tabs', async () => {
    const page = await site.open(notificationPage)
    expect(await page.getByRole('tablist', { name: '写法' }).count()).toBe(0)
    expect(await page.getByRole('radiogroup', { name: '语言' }).count()).toBe(0)
  })

  it('can be read before any script runs, highlighted', async () => {
    const page = await site.open(notificationPage, { javaScriptEnabled: false })
    const code = page.locator('.code-editor code')
    expect(await code.innerText()).toContain('await wxpay.webhook.parse({ headers: sent.headers, body: sent.body })')
    const colours = await code.locator('span').evaluateAll(spans => (
      spans.map(span => getComputedStyle(span).getPropertyValue('--shiki-dark'))
    ))
    expect(colours.length).toBeGreaterThan(20)
    expect(new Set(colours).size).toBeGreaterThan(2)
    expect(colours).not.toContain('')
  })
})

describe(`the sandbox's control API`, () => {
  const runCode = async (statement: string) => {
    const page = await site.openQuietly(notificationPage)
    const { run } = example(page)
    await enter(page, statement)
    await run.click()
    return outcome(page)
  }

  it('responds at the URL of the local server', async () => {
    const told = await runCode(`
      const sandbox = 'http://127.0.0.1:8787/_sandbox'
      const ask = async (path, init) => (await fetch(sandbox + path, init)).json()
      console.log(Object.keys(await ask('')).length > 5)
      console.log(await ask('/clock', { method: 'POST', body: '{"advance": 60000}' }))
      console.log(await ask('/scenario', { method: 'PUT', body: '{"name": "SLOW"}' }).then(({ name }) => name))
      console.log((await ask('/pay', { method: 'POST', body: '{"key": "none"}' })).error)
      console.log((await fetch(sandbox + '/reset', { method: 'POST' })).status)
    `)
    expect(told).toContain('完成')
    for (const part of ['true', 'offset: 60000', 'SLOW', 'nothing waits to pay under the key none', '204']) {
      expect(told).toContain(part)
    }
  })

  it('is not part of the signed API, and nothing else at that URL is reachable', async () => {
    expect(await runCode(`
      const { status } = await fetch('https://api.mch.weixin.qq.com/_sandbox/clock')
      console.log('signed', status)
      await fetch('http://127.0.0.1:8787/v3/certificates')
    `)).toMatch(/signed 40\d[^]*Failed to fetch/)
  })

  it('is loaded at its first request', async () => {
    const page = await site.open('/openapi/v3/pay/transactions/native.html')
    const scripts: string[] = []
    page.on('response', async response => void scripts.push(await response.text().catch(() => '')))
    await example(page).run.click()
    await outcome(page)
    await page.waitForLoadState('networkidle')
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter(text => text.includes('is not part of the control API'))).toEqual([])
  })
})
