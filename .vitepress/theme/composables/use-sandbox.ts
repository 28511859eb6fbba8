import type { Notification, Resource, Scenario, Target } from '@wxpay-live/sandbox'
import { shallowReactive, shallowReadonly } from 'vue'
import { loadSession } from '../../session/load.ts'
import type { PanelSession } from '../../session/types.ts'
import { startFailure } from '../start-failure.ts'

/** The sandbox as the panel shows it. */
export interface SandboxState {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  /** Sorted by kind and key. */
  resources: readonly Resource[]
  /** Newest first. */
  notifications: readonly Notification[]
  scenarios: readonly Scenario[]
  /** Name of the active scenario; empty if there is none. */
  scenario: string
  /** Milliseconds by which the sandbox's clock is ahead. */
  ahead: number
  /** Result of the reader's last action, or why the sandbox failed to load. */
  message: string
}

/** Creates a view of a sandbox that stays up to date once opened. */
export function createSandboxView(load: () => Promise<PanelSession>) {
  const state = shallowReactive<SandboxState>({
    status: 'idle', resources: [], notifications: [], scenarios: [], scenario: '', ahead: 0, message: '',
  })
  let session: PanelSession | undefined
  let reading: Promise<void> | undefined
  let stale = false

  /** Loads the sandbox once; after a failure the next call tries again. */
  async function open(): Promise<void> {
    if (state.status === 'loading' || state.status === 'ready') return
    Object.assign(state, { status: 'loading', message: '' })
    try {
      session = await load()
      session.onResponse(refresh)
      await refresh()
      Object.assign(state, { status: 'ready', scenarios: session.scenarios })
    } catch (error) {
      const { message, advice } = startFailure(error)
      Object.assign(state, { status: 'failed', message: `${message}。${advice}` })
    }
  }

  /** Reads records and notifications. A call during a read triggers one more. */
  function refresh(): Promise<void> {
    stale = true
    return reading ??= read().finally(() => { reading = undefined })
  }

  async function read(): Promise<void> {
    while (session && stale) {
      stale = false
      const { control } = session
      const [resources, notifications] = await Promise.all([control.state(), control.notifications()])
      Object.assign(state, {
        resources,
        notifications: notifications.reverse(),
        scenario: control.scenario.get() ?? '',
        ahead: control.clock.offset(),
      })
    }
  }

  /** Pays or confirms the target as the user, or everything that waits. */
  async function pay(target?: Target): Promise<void> {
    const before = new Map(state.resources.map(resource => [idOf(resource), resource.state]))
    await report('没有可以支付或确认的：已过期或已关闭。', async () => {
      const paid = await session?.control.advance(target) ?? []
      const changes = paid.map(resource =>
        `${resource.label} ${resource.key}：${before.get(idOf(resource)) ?? ''} → ${resource.state}`)
      return changes.length > 3 ? `${changes.length} 条记录已支付或确认。` : changes.join('；')
    })
  }

  /** Complains about a paid order as the user. */
  async function complain({ key }: Resource): Promise<void> {
    await report('这笔订单不能投诉：没有支付。', async () => {
      const complaint = await session?.control.complain(key)
      return `订单 ${key} 被投诉，投诉单 ${complaint?.key}`
    })
  }

  /** Advances the clock by a number of hours. */
  async function advanceClock(hours: number): Promise<void> {
    await report('时钟不能再往前拨了。', async () => {
      session?.control.clock.advance(hours * 3_600_000)
      return `时钟拨快了 ${hours} 小时，到期的订单会过期。`
    })
  }

  /** Shows the result of an action, or `refused` if the sandbox rejects it. */
  async function report(refused: string, action: () => Promise<string>): Promise<void> {
    try {
      state.message = await action()
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      state.message = refused
    }
    await refresh()
  }

  /** Activates a scenario for all following requests; an empty name deactivates it. */
  async function choose(name: string): Promise<void> {
    session?.control.scenario.set(name || undefined)
    const { title = '正常应答' } = state.scenarios.find(scenario => scenario.name === name) ?? {}
    state.message = `从下一次请求起：${title}`
    await refresh()
  }

  async function reset(): Promise<void> {
    await session?.control.reset()
    state.message = '沙箱已清空，场景和时钟恢复正常。'
    await refresh()
  }

  return { state: shallowReadonly(state), open, pay, complain, advanceClock, choose, reset }
}

const idOf = ({ kind, key }: Resource) => `${kind} ${key}`

// Shared by all pages, as there is one sandbox.
const shared = createSandboxView(loadSession)

/** Returns the view of this site's sandbox. */
export const useSandbox = () => shared
