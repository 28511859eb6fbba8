import type { Catalog } from '@wxpay-live/compiler/model'
import { createClient } from '@wxpay-live/client'
import catalog from '@wxpay-live/openapi/catalog.json'
import { clientSettings, createSandbox, scenarios } from '@wxpay-live/sandbox'
import identity from '@wxpay-live/sandbox/identity.json'
import { describe, expect, it, vi } from 'vitest'
import type { PanelSession } from '../../../session/types.ts'
import { createSandboxView } from '../../../theme/composables/use-sandbox.ts'
import { parsingCode } from '../../../theme/sandbox/parsing-code.ts'

/** Creates a view of a real sandbox, and a client that sends its requests to that sandbox. */
function createPage() {
  const { fetch, control } = createSandbox({ catalog: catalog as Catalog, identity, strict: false })
  const listeners: (() => void)[] = []
  const session: PanelSession = { control, scenarios, onResponse: listener => void listeners.push(listener) }
  const load = vi.fn(async () => session)
  const wxpay = createClient({
    ...clientSettings(identity),
    fetch: async (...args: ConstructorParameters<typeof Request>) => {
      const response = await fetch(new Request(...args))
      listeners.forEach(listener => listener())
      return response
    },
  })
  const order = (out_trade_no: string, more = {}) => wxpay.chain('v3/pay/transactions/native').postAsync({
    json: {
      appid: 'wxd678efh567hg6787', mchid: identity.mchid, description: '早餐', out_trade_no,
      notify_url: 'https://www.example.com/notify', amount: { total: 1 }, ...more,
    },
  })
  return { ...createSandboxView(load), control, load, order, wxpay }
}

describe('createSandboxView', () => {
  it('loads the sandbox once, when first opened', async () => {
    const { load, open, state } = createPage()
    expect(load).not.toHaveBeenCalled()
    await Promise.all([open(), open()])
    await open()
    expect(load).toHaveBeenCalledOnce()
    expect(state).toMatchObject({ status: 'ready', resources: [], notifications: [], scenario: '', scenarios })
  })

  it('shows why loading failed, and loads again when reopened', async () => {
    const { load, open, state } = createPage()
    load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
    await open()
    const message = '没能下载运行要用的文件。请检查网络，再试一次；仍不行时请刷新页面。（Failed to fetch dynamically imported module）'
    expect(state).toMatchObject({ status: 'failed', message })
    await open()
    expect(state).toMatchObject({ status: 'ready', message: '' })
  })

  it('shows records from before and after opening', async () => {
    const { open, order, state } = createPage()
    await order('20260312000001')
    await open()
    expect(state.resources.map(({ key }) => key)).toEqual(['20260312000001'])
    await Promise.all([order('20260312000002'), order('20260312000003')])
    await vi.waitFor(() => expect(state.resources).toHaveLength(3))
  })

  it('shows records from the middle of opening', async () => {
    const { control, open, order, state } = createPage()
    vi.spyOn(control, 'notifications').mockImplementationOnce(async () => {
      await order('20260312000001')
      return []
    })
    await open()
    await vi.waitFor(() => expect(state.resources.map(({ key }) => key)).toEqual(['20260312000001']))
  })

  it('pays everything that waits and shows what changed', async () => {
    const { open, order, pay, state } = createPage()
    await order('20260312000001')
    await open()
    await pay()
    expect(state.message).toBe('订单 20260312000001：NOTPAY → SUCCESS')
    expect(state.resources).toMatchObject([{ kind: 'transaction', data: { trade_state: 'SUCCESS' } }])
    expect(state.notifications).toMatchObject([{
      event_type: 'TRANSACTION.SUCCESS', resource: { out_trade_no: '20260312000001', trade_state: 'SUCCESS' },
    }])
  })

  it('pays a single record', async () => {
    const { open, order, pay, state } = createPage()
    for (const number of ['20260312000001', '20260312000002']) await order(number)
    await open()
    await pay(state.resources[1])
    expect(state.message).toBe('订单 20260312000002：NOTPAY → SUCCESS')
    expect(state.resources.map(({ waits }) => waits)).toEqual(['pay', false])
  })

  it('complains about paid orders only', async () => {
    const { complain, open, order, pay, state } = createPage()
    await order('20260312000001')
    await open()
    await complain(state.resources[0]!)
    expect(state.message).toContain('不能投诉')
    await pay()
    await complain(state.resources[0]!)
    expect(state.message).toMatch(/^订单 20260312000001 被投诉，投诉单 \d+$/)
    expect(state.resources.map(({ kind }) => kind)).toContain('complaint')
    expect(state.notifications[0]).toMatchObject({ event_type: 'COMPLAINT.CREATE' })
  })

  it('advances the clock, so orders expire', async () => {
    const { advanceClock, open, order, reset, state } = createPage()
    await order('20260312000001', { time_expire: new Date(Date.now() + 60_000).toISOString().replace(/\.\d+Z/, '+00:00') })
    await open()
    await advanceClock(24)
    expect(state).toMatchObject({ ahead: 24 * 3_600_000, message: '时钟拨快了 24 小时，到期的订单会过期。' })
    expect(state.resources.map(({ waits }) => waits)).toEqual([false])
    await advanceClock(1e9)
    expect(state.message).toBe('时钟不能再往前拨了。')
    await reset()
    expect(state.ahead).toBe(0)
  })

  it('shows only a count after many changes', async () => {
    const { open, order, pay, state } = createPage()
    for (const number of [1, 2, 3, 4]) await order(`2026031200000${number}`)
    await open()
    await pay()
    expect(state.message).toBe('4 条记录已支付或确认。')
    expect(state.notifications).toHaveLength(4)
  })

  it('shows the newest notification first', async () => {
    const { open, order, pay, state } = createPage()
    await open()
    for (const number of ['20260312000001', '20260312000002']) {
      await order(number)
      await pay()
    }
    expect(state.notifications.map(({ resource }) => resource.out_trade_no)).toEqual(['20260312000002', '20260312000001'])
  })

  it('generates code that parses a notification with our client', async () => {
    const { open, order, pay, state, wxpay } = createPage()
    await order('20260312000001')
    await open()
    await pay()
    const written: unknown[] = []
    const run = new Function('wxpay', 'console', `return (async () => {${parsingCode(state.notifications[0]!)}})()`)
    await run(wxpay, { log: (...values: unknown[]) => written.push(...values) })
    expect(written).toEqual(['TRANSACTION.SUCCESS', state.notifications[0]!.resource])
  })

  it('reports that nothing can be paid', async () => {
    const { control, open, order, pay, state } = createPage()
    await order('20260312000001', { time_expire: new Date(Date.now() + 60_000).toISOString().replace(/\.\d+Z/, '+00:00') })
    await open()
    control.clock.advance(120_000)
    await pay()
    expect(state.message).toContain('没有可以支付或确认的')
  })

  it('activates and deactivates a scenario for following requests', async () => {
    const { choose, open, order, state } = createPage()
    await open()
    await choose('SYSTEM_ERROR')
    expect(state).toMatchObject({ scenario: 'SYSTEM_ERROR', message: '从下一次请求起：系统错误' })
    await expect(order('20260312000001')).rejects.toMatchObject({ status: 500, code: 'SYSTEM_ERROR' })
    await choose('')
    expect(state).toMatchObject({ scenario: '', message: '从下一次请求起：正常应答' })
    expect((await order('20260312000001')).status).toBe(200)
  })

  it('clears records, notifications and the scenario on reset', async () => {
    const { choose, open, order, pay, reset, state } = createPage()
    await order('20260312000001')
    await open()
    await pay()
    await choose('SLOW')
    await reset()
    expect(state).toMatchObject({ resources: [], notifications: [], scenario: '' })
    expect(state.message).toContain('已清空')
  })
})
