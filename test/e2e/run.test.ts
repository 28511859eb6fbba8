import { describe, expect, it } from 'vitest'
import { codeOf, enter, example, outcome, styles } from './support/example.ts'
import { useSite } from './support/site.ts'

const site = useSite()

describe('运行', () => {
  it('runs every TypeScript tab and shows the response', async () => {
    const page = await site.open()
    const { output, run, tab } = example(page)

    for (const style of styles) {
      await tab(style).click()
      await run.click()

      expect(await outcome(page), style).toContain('完成')
      expect(await output.innerText(), style).toMatch(/order_id: '\d+'/)
    }
  })

  it('echoes the fields of the request, and responds the same every time', async () => {
    const page = await site.open()
    const { output, run } = example(page)
    const runOnce = async () => {
      await run.click()
      await outcome(page)
      return (await output.innerText()).match(/\{[^]*\}/)?.[0]
    }

    const first = await runOnce()
    const second = await runOnce()

    expect(first).toContain(`appid: 'wxd678efh567hg6787'`)
    expect(first).toContain(`service_id: '500001'`)
    expect(second).toBe(first)
  })

  it('returns from a synchronous call before the next line runs, without a promise', async () => {
    const page = await site.open()
    const { run, tab } = example(page)

    await tab('同步纯链式').click()
    await enter(page, `
      let microtasks = 0
      Promise.resolve().then(() => { microtasks++ })
      ${await codeOf(page)}
      console.log('type', typeof response.json().order_id, 'microtasks', microtasks)
    `)
    await run.click()

    expect(await outcome(page)).toContain('type string microtasks 0')
  })

  it('runs with Ctrl+Enter from the editor', async () => {
    const page = await site.open()
    await example(page).code.press('Control+Enter')
    expect(await outcome(page)).toContain('order_id')
  })

  it(`shows the sandbox's 400 if the edited JSON is wrong, and succeeds again after 重置`, async () => {
    const page = await site.open()
    const { reset, run } = example(page)
    const original = await codeOf(page)

    await enter(page, original.replace(`'用户投诉'`, '12'))
    await run.click()
    const refused = await outcome(page)
    expect(refused).toContain('出错')
    expect(refused).toContain('PARAM_ERROR')
    expect(refused).toContain('reason')

    await reset.click()
    expect(await codeOf(page)).toBe(original)
    await run.click()
    expect(await outcome(page)).toContain('order_id')
  })

  it('stops a running example at the press of a button', async () => {
    const page = await site.open()
    const { run } = example(page)

    await enter(page, 'while (true) {}')
    await run.click()
    await page.getByRole('button', { name: '停止' }).click()

    expect(await outcome(page)).toContain('已停止')
  })

  it('names the line of a syntax error and of a thrown error', async () => {
    const page = await site.open()
    const { run } = example(page)

    await enter(page, 'const a = 1\nconst b = {\n')
    await run.click()
    expect(await outcome(page)).toMatch(/SyntaxError[^]*第 [23] 行|第 [23] 行[^]*SyntaxError/)

    await enter(page, 'console.log(1)\n\nthrow new RangeError("too far")')
    await run.click()
    const thrown = await outcome(page)
    expect(thrown).toContain('too far')
    expect(thrown).toMatch(/第 3 行/)
  })

  it('registers the service worker at the first run that needs it', async () => {
    const page = await site.open()
    const registrations = () => page.evaluate(
      async () => (await navigator.serviceWorker.getRegistrations()).length,
    )

    await example(page).run.click()
    await outcome(page)
    expect(await registrations()).toBe(0)
    await example(page).tab('同步纯链式').click()
    await example(page).run.click()
    await outcome(page)
    expect(await registrations()).toBe(1)
  })

  it('reports that examples can reach only the sandbox', async () => {
    const page = await site.openQuietly()
    const { run } = example(page)
    await enter(page, `await fetch('https://example.com/a')`)
    await run.click()
    expect(await outcome(page)).toContain('示例只能请求沙箱，没有请求 https://example.com/a')
  })

  it.each([
    ['fetch', `await fetch('https://example.com/', { method: 'POST', mode: 'no-cors', body: 'x' })`],
    ['a synchronous XMLHttpRequest', `const x = new XMLHttpRequest(); x.open('GET', 'https://example.com/', false); x.send()`],
    ['import()', `await import('https://example.com/x.js')`],
    ['WebSocket', `
      const socket = new WebSocket('wss://example.com/')
      await new Promise((ok, no) => { socket.onerror = () => no(new Error('refused')) })`],
    ['a worker of its own', `new Worker(URL.createObjectURL(new Blob(['fetch("https://example.com/")'])))`],
  ])('lets no byte leave by %s', async (_way, statement) => {
    const page = await site.openQuietly()
    const { run } = example(page)
    await enter(page, statement)
    await run.click()
    expect(await outcome(page)).toContain('出错')
  })
})
