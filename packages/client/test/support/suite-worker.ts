import type { RunnerTask, SerializedConfig } from 'vitest'

/** A test file, and the page's configuration of Vitest. */
export interface Assignment {
  file: string
  config: SerializedConfig
}

/** The names of the passed tests, and the errors of the failed ones. */
export interface Report {
  passed: string[]
  failed: string[]
}

// Vitest's runner also works outside a page if this global is set.
onmessage = async ({ data: { file, config } }: MessageEvent<Assignment>) => {
  const environment = { name: 'worker' }
  Reflect.set(globalThis, '__vitest_worker__', { config, filepath: file, environment, rpc: {}, durations: {}, ctx: {} })
  const { startTests } = await import('vitest/internal/browser')
  const importFile = async (path: string) => import(/* @vite-ignore */ path)
  const run = startTests([file], { config, importFile, pool: 'browser' })
  postMessage(await run.then(reportOf, (error: unknown) => ({ passed: [], failed: [String(error)] })))
}

function reportOf(tasks: RunnerTask[]): Report {
  const report: Report = { passed: [], failed: [] }
  for (const task of tasks) {
    const errors = task.result?.errors ?? []
    report.failed.push(...errors.map(({ message }) => `${task.name}: ${message}`))
    if (task.type === 'test' && task.result?.state === 'pass') report.passed.push(task.name)
    const { passed, failed } = 'tasks' in task ? reportOf(task.tasks) : { passed: [], failed: [] }
    report.passed.push(...passed)
    report.failed.push(...failed)
  }
  return report
}
