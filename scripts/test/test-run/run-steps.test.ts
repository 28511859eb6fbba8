import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { runSteps } from '../../test-run/run-steps.ts'
import { step, type Step } from '../../test-run/step.ts'

/** Runs the stages; returns the outcome and the lines printed. */
async function run(stages: Step[][]) {
  const log = vi.spyOn(console, 'log').mockReturnValue()
  onTestFinished(() => log.mockRestore())
  const outcome = await runSteps(stages, process.env)
  return { outcome, printed: log.mock.calls.map(([line]) => String(line).replace(/[\d.]+ s$/, '… s')) }
}

const script = (name: string, code: string) => step(name, process.execPath, '-e', code)

it('runs every step even if one failed, and counts them', async () => {
  const { outcome, printed } = await run([
    [script('a', 'process.exit(1)')], [step('b', 'no-such-command')], [script('c', '')],
  ])
  expect(outcome).toEqual({ passed: 1, failed: 2 })
  expect(printed.filter(line => line.includes('…'))).toEqual([
    '── 1/3 a: failed, … s', 'spawn no-such-command ENOENT\n── 2/3 b: failed, … s', '── 3/3 c: ok, … s',
  ])
})

it('prints the output of steps side by side in one piece each', async () => {
  const lines = 'console.log("one"); setTimeout(() => console.log("two"), 50)'
  const { printed } = await run([[script('a', lines), script('b', lines)]])
  expect(printed.filter(line => line.startsWith('one')).toSorted())
    .toEqual(['one\ntwo\n── 1/2 a: ok, … s', 'one\ntwo\n── 2/2 b: ok, … s'])
})

it('adds the tests of a report, and not those of an earlier run', async () => {
  const report = join(mkdtempSync(join(tmpdir(), 'report-')), 'tests.json')
  const write = `require('node:fs').writeFileSync(${JSON.stringify(report)}, '{"numPassedTests":7,"numFailedTests":2}')`
  expect((await run([[{ ...script('a', write), report }]])).outcome).toEqual({ passed: 8, failed: 2 })
  expect((await run([[{ ...script('a', ''), report }]])).outcome).toEqual({ passed: 1, failed: 0 })
})
