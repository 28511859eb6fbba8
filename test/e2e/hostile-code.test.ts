import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { enter, example, outcome } from './support/example.ts'
import { useSite } from './support/site.ts'

const site = useSite()

/** Seconds of processor time that the page itself may spend on what code floods it with. */
const patience = 5

/** Starts to measure the processor time of the page's main thread; returns a function that reads it, in seconds. */
async function watchThread(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'ThreadTime')!.value
  }
  const started = await read()
  return async () => await read() - started
}

async function runCode(page: Page, code: string): Promise<string> {
  await enter(page, code)
  await example(page).run.click()
  return outcome(page)
}

const openPhp = async () => {
  const page = await site.open()
  await example(page).language('PHP').check()
  return page
}

describe('code that floods the page', () => {
  it.each([
    ['unhandled rejections', `for (let i = 0; i < 20_000; i++) Promise.reject(new Error('e' + i))\nawait new Promise(() => {})`, '输出太多: 超过 2000 行'],
    ['long logs', `for (let i = 0; i < 1000; i++) console.log('x'.repeat(100_000))`, '输出太多: 超过 200000 个字符'],
    ['tables', `for (;;) console.table(['x'])`, '输出太多: 超过 2000 行'],
    ['requests without await', `for (let i = 0; i < 2000; i++) fetch('https://api.mch.weixin.qq.com/v3/certificates')`, '请求太多: 超过 1000 次'],
    ['a huge body', `await fetch('https://api.mch.weixin.qq.com/v3/x', { method: 'POST', body: 'x'.repeat(60_000_000) })`, '请求太长: 超过 50000000 字节'],
  ])('ends and says why: %s', async (_what, code, reason) => {
    const page = await site.open()
    const threadTime = await watchThread(page)

    const printed = await runCode(page, code)
    expect(printed).toContain('已停止：输出或请求太多')
    expect(printed).toContain(`${reason}，其余的没有显示，运行到此为止`)
    expect(await threadTime()).toBeLessThan(patience)
    expect(await runCode(page, 'console.log((await wxpay.v3.certificates.getAsync()).status)')).toMatch(/完成[^]*200/)
  })

  it.each([
    ['lines', `while (true) echo "x\\n";`, '超过 2000 行'],
    ['one line', `while (true) echo str_repeat('x', 1000);`, '超过 200000 个字符'],
  ])('ends and says why when PHP prints without end: %s', async (_what, code, reason) => {
    const page = await openPhp()
    const threadTime = await watchThread(page)

    expect(await runCode(page, code)).toMatch(new RegExp(`已停止：输出或请求太多[^]*x[^]*输出太多: ${reason}`))
    expect(await threadTime()).toBeLessThan(patience)
    expect(await runCode(page, 'echo "again";')).toContain('again')
  })

  // Side by side, because each of them takes the 10 s, or what a busy machine needs to sign 1000 requests.
  it('ends after 10 s at the latest, and runs again', { timeout: 90_000 }, async () => {
    const endings = {
      'while (true) {}': /已停止：超过 10 秒/,
      'for (;;) wxpay.v3.certificates.get()': /已停止：(?:超过 10 秒|输出或请求太多)/,
      'for (let i = 0; i < 2000; i++) wxpay.v3.certificates.getAsync()': /已停止：(?:超过 10 秒|输出或请求太多)/,
      'for (;;) wxpay.v3.certificates.getAsync()': /已停止：(?:超过 10 秒|输出或请求太多)/,
    }
    await Promise.all(Object.entries(endings).map(async ([code, ending]) => {
      const page = await site.open()
      const threadTime = await watchThread(page)
      expect(await runCode(page, code), code).toMatch(ending)
      expect(await threadTime(), code).toBeLessThan(patience)
      expect(await runCode(page, 'console.log("again")'), code).toMatch(/完成[^]*again/)
    }))
  })

  it('has no way to post messages to the page', async () => {
    const page = await site.open()
    expect(await runCode(page, 'for (;;) postMessage({ type: "done" })')).toMatch(/出错[^]*postMessage is not defined/)
  })
})

describe('code that throws what cannot be read', () => {
  it.each(['throw', 'await Promise.reject', 'Promise.reject'])('ends at once: %s', async (how) => {
    const page = await site.open()
    const thrown = '({ get name() { throw 1 }, toString() { throw 2 } })'
    const printed = await runCode(page, how === 'throw' ? `throw ${thrown}` : `${how}(${thrown})`)
    expect(printed).toMatch(/出错[^]*Uncaught: （这个值读不出来：它的 getter 或 Proxy 抛出了异常）/)
  })
})

describe('the next run', () => {
  it('does not see what PHP leaves in the globals of its worker', async () => {
    const page = await openPhp()
    await runCode(page, `$w = new Vrzno; $w->left = 'LEFT'; $w->XMLHttpRequest = null; $w->TextDecoder = null; echo 'set';`)
    expect(await runCode(page, `$w = new Vrzno; var_dump($w->left);`)).toMatch(/完成[^]*NULL/)
    expect(await runCode(page, `echo $instance->v3->certificates->get()->getStatusCode();`)).toMatch(/完成[^]*200/)
  })

  it('does not meet the scenario that code switched on, and the output says that it ended', async () => {
    const page = await site.open()
    const printed = await runCode(page, `await fetch('http://127.0.0.1:8787/_sandbox/scenario', { method: 'PUT', body: '{"name":"SYSTEM_ERROR"}' })
await wxpay.v3.certificates.getAsync().catch(({ code }) => console.log(code))`)
    expect(printed).toMatch(/完成[^]*SYSTEM_ERROR[^]*场景 SYSTEM_ERROR 由代码打开，随这次运行结束/)
    expect(await runCode(page, 'console.log((await wxpay.v3.certificates.getAsync()).status)')).toMatch(/完成[^]*200/)
  })

  it('runs after a run that was stopped, without its output', async () => {
    const page = await site.open()
    await enter(page, 'console.log("first")\nwhile (true) {}')
    await example(page).run.click()
    await page.getByText('first', { exact: true }).waitFor()
    await page.getByRole('button', { name: '停止' }).click()
    expect(await outcome(page)).toMatch(/已停止[^]*first/)
    expect(await runCode(page, 'console.log("second")')).not.toContain('first')
  })
})
