import type { Exchange, Outcome, Run, RunEvent } from '@wxpay-live/runner'
import { onScopeDispose, reactive, shallowReadonly } from 'vue'
import { loadSession } from '../../session/load.ts'
import type { Progress, Runnable, SandboxSession } from '../../session/types.ts'
import { startFailure } from '../start-failure.ts'

/** Status of a run. */
export type RunStatus = 'idle' | 'preparing' | 'running' | Outcome

/** An entry of the output: text from the code, or the error that ended it. */
export type OutputLine = Extract<RunEvent, { type: 'log' | 'output' | 'error' }>

/** The latest run as the page shows it. */
export interface RunState {
  status: RunStatus
  /** Text and errors from the code, in order. */
  lines: OutputLine[]
  /** Whether output was truncated. */
  truncated: boolean
  exchanges: Exchange[]
  /** Set while a runtime is downloading. */
  progress: Progress | undefined
  /** Milliseconds since the code started; the preparation of the sandbox and of its language does not count. */
  elapsed: number
}

// A loop that logs must not make the page unusable.
const maxLines = 500

const emptyRun = (): RunState => ({
  status: 'idle', lines: [], truncated: false, exchanges: [], progress: undefined, elapsed: 0,
})

/** Runs code in the sandbox, one run at a time: a new run stops the previous one. */
export function useRun(load: () => Promise<SandboxSession> = loadSession) {
  const state = reactive(emptyRun())
  let turn = 0
  let active: Run | undefined
  let startedAt = 0
  let clock: ReturnType<typeof setInterval> | undefined

  function record(event: RunEvent): void {
    if (event.type === 'exchange') state.exchanges.push(event.exchange)
    if (event.type === 'exchange' || event.type === 'done') return
    if (event.type === 'timeout') return void state.lines.push(timeoutLine(event.waiting))
    const last = state.lines.at(-1)
    // Output arrives in pieces that do not match lines.
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

  /** Stops the current run, if any, and keeps its output. */
  function stop(): void {
    turn++
    active?.stop()
    if (state.status === 'preparing' || state.status === 'running') finish('stopped')
  }

  /** Runs the code from a clean state. Resolves when the run has ended; failures appear in the state. */
  async function start(code: string, runnable: Runnable): Promise<void> {
    stop()
    const ownTurn = turn
    const isCurrent = () => ownTurn === turn
    Object.assign(state, emptyRun(), { status: 'preparing' })
    try {
      const { runExample } = await load()
      if (!isCurrent()) return
      const run = await runExample(code, {
        ...runnable,
        onStart: () => { if (isCurrent()) startedAt = performance.now() },
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
      record(failureLine(error))
      finish('failed')
    }
  }

  onScopeDispose(stop)
  return { state: shallowReadonly(state), start, stop }
}

const timeoutLine = (waiting: string[]): OutputLine => ({
  type: 'error',
  name: '超时',
  message: waiting.length
    ? `还在等 ${waiting.join('、')}`
    : '没有在等请求或定时器：代码在循环，或在等一个不会有结果的 Promise',
})

function failureLine(error: unknown): OutputLine {
  const { message, advice } = startFailure(error)
  return { type: 'error', name: '沙箱没有准备好', message, detail: advice }
}
