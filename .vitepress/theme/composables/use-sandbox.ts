import type { Notification, Resource, Scenario, Target } from '@wxpay-live/sandbox'
import { shallowReactive, shallowReadonly } from 'vue'
import type { PanelSession } from '../../session/types.ts'
import { labelOf, stateOf } from '../sandbox/resource.ts'

/** The sandbox, as the panel shows it. */
export interface SandboxState {
  status: 'idle' | 'loading' | 'ready' | 'failed'
  /** Sorted by kind and key. */
  resources: readonly Resource[]
  /** The newest first. */
  notifications: readonly Notification[]
  scenarios: readonly Scenario[]
  /** The name of the scenario that is switched on; empty where nothing goes wrong. */
  scenario: string
  /** How far the sandbox's clock is ahead, in milliseconds. */
  ahead: number
  /** What came of the last thing the reader did. */
  message: string
}

/** A view of a sandbox, kept up to date from the first opening on. */
export function createSandboxView(load: () => Promise<PanelSession>) {
  const state = shallowReactive<SandboxState>({
    status: 'idle', resources: [], notifications: [], scenarios: [], scenario: '', ahead: 0, message: '',
  })
  let session: PanelSession | undefined
  let reading: Promise<void> | undefined
  let stale = false

  /** Loads the sandbox, once; tried again where that failed. */
  async function open(): Promise<void> {
    if (state.status === 'loading' || state.status === 'ready') return
    Object.assign(state, { status: 'loading', message: '' })
    try {
      session = await load()
      await refresh()
      session.onResponse(refresh)
      Object.assign(state, { status: 'ready', scenarios: session.scenarios })
    } catch (error) {
      Object.assign(state, { status: 'failed', message: error instanceof Error ? error.message : String(error) })
    }
  }

  /** Reads what the sandbox remembers. Asked for in the middle of that, it reads once more. */
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

  /** The user pays or confirms what is meant, or whatever waits for that. */
  async function pay(target?: Target): Promise<void> {
    const before = new Map(state.resources.map(resource => [idOf(resource), stateOf(resource)]))
    await tell('没有可以支付或确认的：已过期或已关闭。', async () => {
      const paid = await session?.control.advance(target) ?? []
      const changes = paid.map(resource =>
        `${labelOf(resource)} ${resource.key}：${before.get(idOf(resource)) ?? ''} → ${stateOf(resource)}`)
      return changes.length > 3 ? `${changes.length} 条记录已支付或确认。` : changes.join('；')
    })
  }

  /** The user complains about a paid order. */
  async function complain({ key }: Resource): Promise<void> {
    await tell('这笔订单不能投诉：没有支付。', async () => {
      const complaint = await session?.control.complain(key)
      return `订单 ${key} 被投诉，投诉单 ${complaint?.key}`
    })
  }

  /** Puts the clock forward by that many hours. */
  async function advanceClock(hours: number): Promise<void> {
    await tell('时钟不能再往前拨了。', async () => {
      session?.control.clock.advance(hours * 3_600_000)
      return `时钟拨快了 ${hours} 小时，到期的订单会过期。`
    })
  }

  /** Says what came of an action; `refused` where the sandbox would not have it. */
  async function tell(refused: string, action: () => Promise<string>): Promise<void> {
    try {
      state.message = await action()
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      state.message = refused
    }
    await refresh()
  }

  /** Switches a scenario on for every request from now on; an empty name switches it off. */
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

// One for all pages, as there is one sandbox.
const shared = createSandboxView(() => import('../../session/sandbox.ts'))

/** The sandbox of this site. */
export const useSandbox = () => shared
