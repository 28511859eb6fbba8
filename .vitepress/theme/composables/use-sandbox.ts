import type { Control, Notification, Resource, Scenario } from '@wxpay-live/sandbox'
import { shallowReactive } from 'vue'
import { labelOf, stateOf } from '../sandbox/resource.ts'

/** What the panel needs of `sandbox-session.ts`; loaded when the panel is first opened and never before. */
export interface PanelSession {
  control: Control
  scenarios: readonly Scenario[]
  /** Calls the listener after each answer of the sandbox. */
  onAnswer: (listener: () => void) => void
}

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
  /** What came of the last thing the reader did. */
  message: string
}

/** A view of a sandbox, kept up to date from the first opening on. */
export function createSandboxView(load: () => Promise<PanelSession>) {
  const state = shallowReactive<SandboxState>({
    status: 'idle', resources: [], notifications: [], scenarios: [], scenario: '', message: '',
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
      session.onAnswer(refresh)
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
      Object.assign(state, { resources, notifications: notifications.reverse(), scenario: control.scenario.get() ?? '' })
    }
  }

  /** The user pays and confirms whatever waits for that. */
  async function pay(): Promise<void> {
    const before = new Map(state.resources.map(resource => [idOf(resource), stateOf(resource)]))
    try {
      const paid = await session?.control.pay() ?? []
      const changes = paid.map(resource =>
        `${labelOf(resource)} ${resource.key}：${before.get(idOf(resource)) ?? ''} → ${stateOf(resource)}`)
      state.message = changes.length > 3 ? `${changes.length} 条记录已支付或确认。` : changes.join('；')
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      state.message = '没有可以支付或确认的：已过期或已关闭。'
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
    state.message = '沙箱已清空，场景恢复正常。'
    await refresh()
  }

  return { state: state as Readonly<SandboxState>, open, pay, choose, reset }
}

const idOf = ({ kind, key }: Resource) => `${kind} ${key}`

// One for all pages, as there is one sandbox.
const shared = createSandboxView(() => import('../../sandbox-session.ts'))

/** The sandbox of this site. */
export const useSandbox = () => shared
