/** One command of a test run. */
export interface Step {
  name: string
  command: string
  args: string[]
  /** JSON report that the command writes; its tests are added to the total. */
  report?: string
  /** Environment variables of this step alone. */
  env?: Record<string, string>
}

/** A step that runs a command. */
export function step(name: string, command: string, ...args: string[]): Step {
  return { name, command, args }
}

/** A step that runs Vitest with these arguments. */
export function vitest(name: string, ...args: string[]): Step {
  const report = `test-results/${name}.json`
  // A terminal has a live summary; elsewhere one line now and then.
  const reporters = process.stdout.isTTY ? ['default'] : ['scripts/test-run/progress-reporter.ts', 'minimal']
  const options = [...reporters, 'json'].map(reporter => `--reporter=${reporter}`)
  return { name, command: 'vitest', args: ['run', ...args, ...options, `--outputFile.json=${report}`], report }
}
