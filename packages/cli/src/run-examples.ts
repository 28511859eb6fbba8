import type { Catalog, Problem } from '@wxpay-live/compiler'
import { loadPhp, loadRunner, loadSandbox, loadTypescript, type WorkerEvent } from './peers.ts'

/** A tab or program to run, and where on a page it stands. */
export interface RunnableCode {
  file: string
  line: number
  /** Line of the file on which the code starts, where it stands on the page as it is. */
  firstLine?: number
  label: string
  code: string
  /** Values for variables of a path that the code leaves empty. */
  samples: Record<string, string>
}

/** The languages that run in Node. */
export const runnableLanguages = ['typescript', 'php'] as const

/**
 * Runs tabs and programs one after the other against a sandbox of their own, which forgets everything between two of them.
 * @param onDone called with the number of those done
 * @throws where a package that runs them is not installed
 */
export async function runExamples(
  codes: RunnableCode[],
  language: (typeof runnableLanguages)[number],
  catalog: Catalog,
  onDone: (done: number) => void = () => {},
): Promise<Problem[]> {
  const { run, reuseWorker } = await loadRunner()
  const { createSandbox, clientSettings, createIdentity, serve } = await loadSandbox()
  const php = language === 'php' ? await loadPhp() : undefined
  const module = await php?.compilePhp()
  const workers = reuseWorker(php?.createPhpWorker ?? (await loadTypescript()).createTypescriptWorker)
  const identity = await createIdentity()
  const sandbox = createSandbox({ catalog, identity, strict: false })
  const server = await serve({ sandbox, port: 0 })
  const client = { ...clientSettings(identity), baseUrl: server.url }
  const problems: Problem[] = []
  try {
    for (const [index, { file, line, firstLine, label, code, samples }] of codes.entries()) {
      await sandbox.control.reset()
      const events: WorkerEvent[] = []
      const { outcome } = run(code, {
        ...workers,
        client,
        samples,
        php: module,
        onEvent: event => void events.push(event),
      })
      const complaint = complaintOf(await outcome, events)
      if (complaint) {
        const thrownAt = firstLine === undefined ? 1 : events.find(event => event.type === 'error')?.line ?? 1
        const message = `“${label}” does not run: ${complaint}`
        const hint = 'correct the example or its tables'
        problems.push({ file, line: line + thrownAt - 1, severity: 'error', message, hint })
      }
      onDone(index + 1)
    }
  } finally {
    workers.createWorker().terminate()
    await server.close()
  }
  return problems
}

function complaintOf(outcome: string, events: WorkerEvent[]): string | undefined {
  const output = events.map(event => event.type === 'output' ? event.text : '').join('')
  const [complaint] = /^(?:Warning|Notice|Deprecated|.*error): .*$/m.exec(output) ?? []
  if (outcome === 'done') return complaint
  const error = events.find(event => event.type === 'error')
  const text = error ? `${error.name}: ${error.message}` : complaint ?? outcome
  return text.replace(/\s+/g, ' ').trim()
}
