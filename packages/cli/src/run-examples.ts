import type { Catalog, Problem } from '@wxpay-live/compiler'
import { reuseWorker, run, type Outcome, type RunEvent } from '@wxpay-live/runner'
import { clientSettings, createSandbox } from '@wxpay-live/sandbox'
import { createIdentity } from '@wxpay-live/sandbox/identity'
import { serve } from '@wxpay-live/sandbox/server'
import { inLanes } from './in-lanes.ts'
import { loadRuntime, type RunnableLanguage } from './runtimes.ts'

/** A tab or program to run. */
export interface RunnableCode {
  /** The page. */
  file: string
  /** Line of the operation or program, from 1. */
  line: number
  /** Line of the page on which the code starts. Tabs have none: they are derived and not on the page. */
  firstLine?: number
  /** Name in problems: the label of the tab. */
  label: string
  code: string
  /** Values for path variables that the code leaves empty. */
  samples: Record<string, string>
  /** Set if the code receives notifications of this event. */
  event?: string
}

/**
 * Runs tabs and programs, as many at a time as there are processors, each against a local sandbox that was reset.
 *
 * @param onDone called after each with the number done so far
 * @returns one problem for each that fails
 */
export async function runExamples(
  codes: RunnableCode[],
  language: RunnableLanguage,
  catalog: Catalog,
  onDone: (done: number) => void = () => {},
): Promise<Problem[]> {
  const { createWorker, ...runtime } = await loadRuntime(language)
  const identity = await createIdentity()
  let done = 0

  async function open() {
    const workers = reuseWorker(createWorker)
    const sandbox = createSandbox({ catalog, identity, strict: false })
    const server = await serve({ sandbox, port: 0 })
    const options = { ...workers, ...runtime, client: { ...clientSettings(identity), baseUrl: server.url } }
    const close = () => {
      workers.createWorker().terminate()
      return server.close()
    }
    return { sandbox, options, close }
  }

  const problems = await inLanes(codes, open, async (example, { sandbox, options }) => {
    await sandbox.control.reset()
    const events: RunEvent[] = []
    const onEvent = (event: RunEvent) => void events.push(event)
    const { code, samples } = example
    const complaint = complaintOf(await run(code, { ...options, samples, onEvent }).outcome, events)
    onDone(++done)
    return complaint ? [problemOf(example, complaint, events)] : []
  })
  return problems.flat()
}

function problemOf(example: RunnableCode, complaint: string, events: RunEvent[]): Problem {
  const { file, line, firstLine, label } = example
  const thrownAt = events.find(event => event.type === 'error')?.line ?? 1
  return {
    file,
    line: firstLine === undefined ? line : firstLine + thrownAt - 1,
    severity: 'error',
    message: `“${label}” does not run: ${complaint}`,
    hint: 'correct the example or its tables',
  }
}

/** Why an example counts as failed: PHP reports warnings in its output, also in a run that ends well. */
function complaintOf(outcome: Outcome, events: RunEvent[]): string | undefined {
  const output = events.map(event => event.type === 'output' ? event.text : '').join('')
  const [complaint] = /^(?:Warning|Notice|Deprecated|.*error): .*$/m.exec(output) ?? []
  if (outcome === 'done') return complaint
  const error = events.find(event => event.type === 'error')
  const text = error ? `${error.name}: ${error.message}` : complaint ?? outcome
  return text.replace(/\s+/g, ' ').trim()
}
