import type { Exchange, Outcome, RunEvent } from '@wxpay-live/runner'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, watch } from 'vue'
import type { Progress, Runnable, SandboxSession } from '../../../session/types.ts'
import { Unavailable } from '../../../session/unavailable.ts'
import { useRun } from '../../../theme/composables/use-run.ts'

/** A run that the test controls. */
interface ControlledRun {
  code: string
  begin: () => void
  send: (event: RunEvent) => void
  end: (outcome: Outcome) => void
  stopped: boolean
}

const runnable: Runnable = { language: 'php', samples: { out_order_no: '2304' } }

function createSession() {
  const runs: ControlledRun[] = []
  const session: SandboxSession = {
    async runExample(code, { onStart, onEvent }) {
      const { promise: outcome, resolve: end } = Promise.withResolvers<Outcome>()
      const run = { code, begin: onStart, send: onEvent, end, stopped: false }
      const stop = () => {
        run.stopped = true
        end('stopped')
      }
      runs.push(run)
      return { outcome, stop }
    },
  }
  const load = vi.fn(async () => session)
  const scope = effectScope()
  const use = (loader: () => Promise<SandboxSession> = load) => scope.run(() => useRun(loader))!
  return { runs, load, use, scope }
}

const log = (text: string): RunEvent => ({ type: 'log', level: 'log', text })
const exchange: Exchange = {
  request: { method: 'GET', url: 'https://api.mch.weixin.qq.com/v3/certificates', headers: {}, body: '', message: '' },
}
const settle = () => vi.advanceTimersByTimeAsync(0)
const render = () => vi.advanceTimersByTimeAsync(100)

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

describe('useRun', () => {
  it('loads nothing before the first run', async () => {
    const { load, use } = createSession()
    const { state, start } = use()
    expect(state.status).toBe('idle')
    expect(load).not.toHaveBeenCalled()
    void start('code', runnable)
    expect(state.status).toBe('preparing')
    expect(load).toHaveBeenCalledOnce()
  })

  it('shows logs, exchanges and errors in order, and the outcome', async () => {
    const { runs, use } = createSession()
    const { state, start } = use()
    const ended = start('console.log(1)', runnable)
    await settle()
    expect(state.status).toBe('running')
    expect(runs[0]!.code).toBe('console.log(1)')
    const error: RunEvent = { type: 'error', name: 'ApiError', message: '400 PARAM_ERROR', line: 2 }
    for (const event of [log('one'), { type: 'exchange', exchange } as const, error, { type: 'done' } as const]) {
      runs[0]!.send(event)
    }
    runs[0]!.end('failed')
    await ended
    expect(state).toMatchObject({ status: 'failed', lines: [log('one'), error], exchanges: [exchange] })
  })

  it('joins pieces of output, but not across other lines', async () => {
    const { runs, use } = createSession()
    const { state, start } = use()
    void start('code', runnable)
    await settle()
    const printed = (text: string): RunEvent => ({ type: 'output', text })
    for (const event of [printed('Array\n'), printed('(\n)'), log('note'), printed('end')]) runs[0]!.send(event)
    await render()
    expect(state.lines).toEqual([printed('Array\n(\n)'), log('note'), printed('end')])
  })

  it('shows download progress until the code runs', async () => {
    const report = Promise.withResolvers<(progress: Progress) => void>()
    const { runs, load, use } = createSession()
    const { state, start } = use(async () => ({
      async runExample(code, options) {
        report.resolve(options.onProgress)
        await new Promise(resolve => setTimeout(resolve, 1000))
        return (await load()).runExample(code, options)
      },
    }))
    void start('code', runnable)
    const progress = { loaded: 5_000_000, total: 13_827_389 }
    ;(await report.promise)(progress)
    expect(state).toMatchObject({ status: 'preparing', progress })
    await vi.advanceTimersByTimeAsync(1000)
    expect(state).toMatchObject({ status: 'running', progress: undefined })
    expect(runs).toHaveLength(1)
  })

  it.each(['done', 'failed', 'timeout'] as const)('ends as %s when the run ends so', async (outcome) => {
    const { runs, use } = createSession()
    const { state, start } = use()
    void start('code', runnable)
    await settle()
    runs[0]!.end(outcome)
    await settle()
    expect(state.status).toBe(outcome)
  })

  it('measures only the time between start and end of the code', async () => {
    const { runs, load, use } = createSession()
    const { state, start } = use(async () => {
      await new Promise(resolve => setTimeout(resolve, 5000))
      return load()
    })
    void start('code', runnable)
    await vi.advanceTimersByTimeAsync(5000)
    // PHP starts.
    await vi.advanceTimersByTimeAsync(500)
    runs[0]!.begin()
    await vi.advanceTimersByTimeAsync(1000)
    expect(state.elapsed).toBeCloseTo(1000)
    await vi.advanceTimersByTimeAsync(20)
    runs[0]!.end('done')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(state.elapsed).toBeCloseTo(1020)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('stops the previous run when a new one starts, and ignores its late events', async () => {
    const { runs, use } = createSession()
    const { state, start } = use()
    void start('first', runnable)
    await settle()
    runs[0]!.send(log('of the first'))
    void start('second', runnable)
    await settle()
    expect(runs[0]!.stopped).toBe(true)
    runs[0]!.send(log('late'))
    runs[1]!.send(log('of the second'))
    await render()
    expect(state).toMatchObject({ status: 'running', lines: [log('of the second')] })
  })

  it('runs only the latest code if started twice before the sandbox is ready', async () => {
    const { runs, use } = createSession()
    const { start } = use()
    void start('first', runnable)
    void start('second', runnable)
    await settle()
    expect(runs.map(({ code }) => code)).toEqual(['second'])
  })

  it('stops a run and keeps its output', async () => {
    const { runs, use } = createSession()
    const { state, start, stop } = use()
    void start('code', runnable)
    await settle()
    runs[0]!.send(log('one'))
    stop()
    await settle()
    expect(runs[0]!.stopped).toBe(true)
    expect(state).toMatchObject({ status: 'stopped', lines: [log('one')] })
  })

  it('stops while the sandbox is being prepared', async () => {
    const { runs, use } = createSession()
    const { state, start, stop } = use()
    void start('code', runnable)
    stop()
    await settle()
    expect(state.status).toBe('stopped')
    expect(runs).toEqual([])
  })

  it('changes nothing when stopped after the end', async () => {
    const { runs, use } = createSession()
    const { state, start, stop } = use()
    void start('code', runnable)
    await settle()
    runs[0]!.end('done')
    await settle()
    stop()
    expect(state.status).toBe('done')
  })

  it('stops when its component is unmounted', async () => {
    const { runs, use, scope } = createSession()
    void use().start('code', runnable)
    await settle()
    scope.stop()
    expect(runs[0]!.stopped).toBe(true)
  })

  it('shows why the sandbox did not start and what to do, and runs when tried again', async () => {
    const { runs, load, use } = createSession()
    const { state, start } = use()
    load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
    await start('code', runnable)
    expect(state).toMatchObject({
      status: 'failed',
      lines: [{
        type: 'error',
        name: '沙箱没有准备好',
        message: '没能下载运行要用的文件',
        detail: '请检查网络，再试一次；仍不行时请刷新页面。（Failed to fetch dynamically imported module）',
      }],
    })
    void start('code', runnable)
    await settle()
    expect(state).toMatchObject({ status: 'running', lines: [] })
    expect(runs).toHaveLength(1)
  })

  it('shows why the browser cannot run examples, without blaming the network', async () => {
    const { load, use } = createSession()
    const { state, start } = use()
    load.mockRejectedValueOnce(new Unavailable('这个页面以 http 打开', '请用 https 打开'))
    await start('code', runnable)
    const line = { type: 'error', name: '沙箱没有准备好', message: '这个页面以 http 打开', detail: '请用 https 打开。' }
    expect(state).toMatchObject({ status: 'failed', lines: [line] })
  })

  it('renders thousands of events at once', async () => {
    const { runs, use } = createSession()
    const { state, start } = use()
    void start('code', runnable)
    await settle()
    const rendered = vi.fn()
    watch(() => state.lines, rendered, { flush: 'sync' })
    for (let count = 0; count < 2000; count++) runs[0]!.send(log(`${count}`))
    expect(rendered).not.toHaveBeenCalled()
    await render()
    expect(rendered).toHaveBeenCalledOnce()
    expect(state.lines).toHaveLength(2000)
  })

  it('shows what arrived last when the run ends', async () => {
    const { runs, use } = createSession()
    const { state, start } = use()
    void start('code', runnable)
    await settle()
    runs[0]!.send({ type: 'excess', of: 'lines', limit: 2000 })
    runs[0]!.end('excess')
    await settle()
    const line = { type: 'error', name: '输出太多', message: '超过 2000 行，其余的没有显示，运行到此为止' }
    expect(state).toMatchObject({ status: 'excess', lines: [line] })
  })
})
