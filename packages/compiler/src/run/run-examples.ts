import { problemAt, type Problem } from '../diagnostics.ts'
import type { Catalog, Operation } from '../model/index.ts'
import { loadPhp, loadRunner, loadSandbox, type WorkerEvent } from './peers.ts'
import { createTypescriptWorker } from './typescript-worker.ts'

/** One tab to run, and where its operation stands. */
export interface RunnableTab {
  file: string
  line: number
  label: string
  code: string
  operation: Operation
}

/** The languages that run in Node. */
export const runnableLanguages = ['typescript', 'php'] as const

/**
 * Runs tabs one after the other against a sandbox of their own, which forgets everything between two of them.
 * @param onTab called with the number of tabs done
 * @throws where a package that runs them is not installed
 */
export async function runExamples(
  tabs: RunnableTab[],
  language: (typeof runnableLanguages)[number],
  catalog: Catalog,
  onTab: (done: number) => void = () => {},
): Promise<Problem[]> {
  const { run, reuseWorker } = await loadRunner()
  const { createSandbox, clientSettings, createIdentity, serve } = await loadSandbox()
  const php = language === 'php' ? await loadPhp() : undefined
  const module = await php?.compilePhp()
  const workers = reuseWorker(php?.createPhpWorker ?? createTypescriptWorker)
  const identity = await createIdentity()
  const sandbox = createSandbox({ catalog, identity })
  const server = await serve({ sandbox, port: 0 })
  const client = { ...clientSettings(identity), baseUrl: server.url }
  const problems: Problem[] = []
  try {
    for (const [index, { file, line, label, code, operation }] of tabs.entries()) {
      await sandbox.control.reset()
      const events: WorkerEvent[] = []
      const { outcome } = run(code, {
        ...workers,
        client,
        samples: operation.example.path,
        php: module,
        onEvent: event => void events.push(event),
      })
      const complaint = complaintOf(await outcome, events)
      if (complaint) {
        const message = `“${label}” does not run: ${complaint}`
        problems.push(problemAt(file, line, message, 'correct the example or its tables'))
      }
      onTab(index + 1)
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
