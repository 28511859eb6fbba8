import type { Exchange, Outcome, Run, RunEvent } from '@wxpay-live/runner'
import { onScopeDispose, shallowReactive, shallowReadonly } from 'vue'
import { loadSession } from '../../session/load.ts'
import type { Progress, Runnable, SandboxSession } from '../../session/types.ts'
import { failureLine, joinOutput, linesOf, type OutputLine } from '../output-line.ts'

/** Status of a run. */
export type RunStatus = 'idle' | 'preparing' | 'running' | Outcome

/** Whether a run has begun and not ended. */
export const isOngoing = (status: RunStatus): boolean => status === 'preparing' || status === 'running'

/** The latest run as the page shows it. */
export interface RunState {
  status: RunStatus
  /** Text and errors from the code, in order. */
  lines: OutputLine[]
  exchanges: Exchange[]
  /** Set while a runtime is downloading. */
  progress: Progress | undefined
  /** Milliseconds since the code started; the preparation of the sandbox and of its language does not count. */
  elapsed: number
}

/** Milliseconds between two renderings: code may send thousands of events at once. */
const interval = 100

const emptyRun = (): RunState => ({ status: 'idle', lines: [], exchanges: [], progress: undefined, elapsed: 0 })

/** Runs code in the sandbox, one run at a time: a new run stops the previous one. */
export function useRun(load: () => Promise<SandboxSession> = loadSession) {
  const state = shallowReactive(emptyRun())
  let received: RunEvent[] = []
  let turn = 0
  let active: Run | undefined
  let startedAt = 0
  let clock: ReturnType<typeof setInterval> | undefined

  /** Shows the events that arrived since the last time. */
  function render(): void {
    if (received.length === 0) return
    const exchanges = received.flatMap(event => event.type === 'exchange' ? [event.exchange] : [])
    const lines = joinOutput([...state.lines, ...received.flatMap(linesOf)])
    Object.assign(state, { lines, exchanges: [...state.exchanges, ...exchanges] })
    received = []
  }

  function tick(): void {
    state.elapsed = performance.now() - startedAt
    render()
  }

  function finish(status: RunStatus): void {
    clearInterval(clock)
    if (active) tick()
    render()
    active = undefined
    state.status = status
  }

  /** Stops the current run, if any, and keeps its output. */
  function stop(): void {
    turn++
    active?.stop()
    if (isOngoing(state.status)) finish('stopped')
  }

  /** Runs the code from a clean state. Resolves when the run has ended; failures appear in the state. */
  async function start(code: string, runnable: Runnable): Promise<void> {
    stop()
    const ownTurn = turn
    const isCurrent = () => ownTurn === turn
    received = []
    Object.assign(state, emptyRun(), { status: 'preparing' })
    try {
      const { runExample } = await load()
      if (!isCurrent()) return
      const run = await runExample(code, {
        ...runnable,
        onStart: () => { if (isCurrent()) startedAt = performance.now() },
        onEvent: (event) => { if (isCurrent()) received.push(event) },
        onProgress: (progress) => { if (isCurrent()) state.progress = progress },
      })
      if (!isCurrent()) return run.stop()
      active = run
      Object.assign(state, { status: 'running', progress: undefined })
      startedAt = performance.now()
      clock = setInterval(tick, interval)
      const outcome = await run.outcome
      if (isCurrent()) finish(outcome)
    } catch (error) {
      if (!isCurrent()) return
      finish('failed')
      state.lines = [...state.lines, failureLine(error)]
    }
  }

  onScopeDispose(stop)
  return { state: shallowReadonly(state), start, stop }
}
