import type { Answer, Paste } from './messages.ts'

/** What became of a diagnosis; `superseded` if a later one began before it ended. */
export type Outcome = Answer | { failure: 'superseded' | 'timeout' | 'broken' }

/** Milliseconds after which a diagnosis is given up; a usual one takes some tens. */
const limit = 15_000

/** Diagnoses in a worker, which is loaded at the first call, so that the page stays responsive. */
export function createDiagnoser(createWorker: () => Worker = startWorker) {
  let worker: Worker | undefined
  let supersede = () => {}

  function stop(): void {
    worker?.terminate()
    worker = undefined
  }

  /** Diagnoses a paste; a call while another one is going on ends that. */
  function diagnose(paste: Paste): Promise<Outcome> {
    supersede()
    const { promise, resolve } = Promise.withResolvers<Outcome>()
    const current = worker ??= createWorker()
    const end = (outcome: Outcome) => {
      clearTimeout(timer)
      if ('failure' in outcome) stop()
      supersede = () => {}
      resolve(outcome)
    }
    const timer = setTimeout(() => end({ failure: 'timeout' }), limit)
    supersede = () => end({ failure: 'superseded' })
    current.onmessage = ({ data }: MessageEvent<Answer>) => end(data)
    current.onerror = (event) => {
      event.preventDefault()
      end({ failure: 'broken' })
    }
    current.postMessage(paste)
    return promise
  }

  return {
    diagnose,
    /** Ends the worker and what it diagnoses. */
    close(): void {
      supersede()
      stop()
    },
  }
}

const startWorker = () => new Worker(new URL('worker.ts', import.meta.url), { type: 'module', name: 'clinic' })
