import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { compileFolder, formatProblem } from '@wxpay-live/compiler'
import { describe, expect, it } from 'vitest'
import { runExamples, type RunnableCode } from '../src/run-examples.ts'
import { selectPrograms } from '../src/select-tabs.ts'

const code = (code: string, more: Partial<RunnableCode> = {}): RunnableCode =>
  ({ code, file: 'a.md', line: 10, label: 'ts run', samples: {}, ...more })

const failures = async (codes: RunnableCode[], onDone?: (done: number) => void) =>
  (await runExamples(codes, 'typescript', { operations: [] }, onDone)).map(formatProblem)

describe('runExamples', () => {
  it('names the line that throws in a program, and the operation of a tab', async () => {
    const failing = '\n\nthrow new Error("no")'
    const done: number[] = []
    const codes = [code(failing, { firstLine: 10 }), code(failing), code('')]
    expect(await failures(codes, count => done.push(count))).toEqual([
      'a.md:12: “ts run” does not run: Error: no, correct the example or its tables',
      'a.md:10: “ts run” does not run: Error: no, correct the example or its tables',
    ])
    expect(done).toEqual([1, 2, 3])
  })

  it('resets the sandbox before each, and offers the control API at its usual address', async () => {
    const advance = `
      const clock = 'http://127.0.0.1:8787/_sandbox/clock'
      const { offset } = await (await fetch(clock)).json()
      if (offset) throw new Error('the clock is ahead')
      await fetch(clock, { method: 'POST', body: '{"advance": 1000}' })`
    const codes = Array.from({ length: 2 * availableParallelism() }, () => code(advance))
    expect(await failures(codes)).toEqual([])
  })

  it('runs every program of the site', async () => {
    const { catalog, compiled } = await compileFolder(join(import.meta.dirname, '../../../docs'))
    const programs = compiled.flatMap(({ file, programs }) => selectPrograms(file, programs, 'typescript'))
    expect(programs.length).toBeGreaterThan(3)
    expect((await runExamples(programs, 'typescript', catalog)).map(formatProblem)).toEqual([])
  })
})
