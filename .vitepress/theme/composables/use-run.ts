import type { Exchange, Outcome, Run, RunEvent } from '@wxpay-live/runner'
import { onScopeDispose, reactive, shallowReadonly } from 'vue'
import type { Progress, Runnable, SandboxSession } from '../../session/types.ts'

/** Where a run stands. */
export type RunStatus = 'idle' | 'preparing' | 'running' | Outcome

/** One thing the output shows: what the code wrote, or why it failed. */
export type OutputLine = Extract<RunEvent, { type: 'log' | 'output' | 'error' }>

/** The last run, as the page shows it. */
export interface RunState {
  status: RunStatus
  /** What the code wrote and threw, in order. */
  lines: OutputLine[]
  /** Whether there were more lines than are kept; how many more, nobody counts. */
  truncated: boolean
  exchanges: Exchange[]
  /** Set while a runtime is downloaded. */
  progress: Progress | undefined
  /** Milliseconds since the code started, without the preparation of the sandbox. */
  elapsed: number
}

// A loop that logs must not make the page itself unusable.
const maxLines = 500

const emptyRun = (): RunState => ({
  status: 'idle', lines: [], truncated: false, exchanges: [], progress: undefined, elapsed: 0,
})

/** Runs code in the sandbox, one run at a time: a new run ends the one before. */
export function useRun(load: () => Promise<SandboxSession> = () => import('../../session/sandbox.ts')) {
  const state = reactive(emptyRun())
  let turn = 0
  let active: Run | undefined
  let startedAt = 0
  let clock: ReturnType<typeof setInterval> | undefined

  function record(event: RunEvent): void {
    if (event.type === 'exchange') state.exchanges.push(event.exchange)
    if (event.type === 'exchange' || event.type === 'done') return
    const last = state.lines.at(-1)
    // Pieces of one output, wherever they were cut.
    if (event.type === 'output' && last?.type === 'output') return void (last.text += event.text)
    if (state.lines.length < maxLines || event.type === 'error') state.lines.push(event)
    else state.truncated = true
  }

  function tick(): void {
    state.elapsed = performance.now() - startedAt
  }

  function finish(status: RunStatus): void {
    clearInterval(clock)
    if (active) tick()
    active = undefined
    state.status = status
  }

  /** Ends the run that is going on, if any. What it has shown stays. */
  function stop(): void {
    turn++
    active?.stop()
    if (state.status === 'preparing' || state.status === 'running') finish('stopped')
  }

  /** Runs the code from a clean state. Settles when the run has ended; failures show in the state. */
  async function start(code: string, runnable: Runnable): Promise<void> {
    stop()
    const mine = turn
    const isCurrent = () => mine === turn
    Object.assign(state, emptyRun(), { status: 'preparing' })
    try {
      const { runExample } = await load()
      if (!isCurrent()) return
      const run = await runExample(code, {
        ...runnable,
        onEvent: (event) => { if (isCurrent()) record(event) },
        onProgress: (progress) => { if (isCurrent()) state.progress = progress },
      })
      if (!isCurrent()) return run.stop()
      active = run
      Object.assign(state, { status: 'running', progress: undefined })
      startedAt = performance.now()
      clock = setInterval(tick, 250)
      const outcome = await run.outcome
      if (isCurrent()) finish(outcome)
    } catch (error) {
      if (!isCurrent()) return
      record(unavailable(error))
      finish('failed')
    }
  }

  onScopeDispose(stop)
  return { state: shallowReadonly(state), start, stop }
}

const unavailable = (error: unknown): OutputLine => ({
  type: 'error',
  name: '沙箱没有准备好',
  message: error instanceof Error ? error.message : String(error),
  detail: '请检查网络，再点一次「运行」；仍不行时请刷新页面。',
})
