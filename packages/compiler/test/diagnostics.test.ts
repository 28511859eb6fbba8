import { expect, test } from 'vitest'
import { formatProblem, reportTo, type Problem } from '../src/diagnostics.ts'

test('a problem is one line: where, what is wrong, what to write instead', () => {
  const problem: Problem = { file: 'a.md', line: 7, severity: 'error', message: 'unknown type “strng”', hint: 'use string' }
  expect(formatProblem(problem)).toBe('a.md:7: unknown type “strng”, use string')
  expect(formatProblem({ ...problem, severity: 'warning' })).toBe('a.md:7: warning: unknown type “strng”, use string')
})

test('a report is an error unless it says otherwise', () => {
  const problems: Problem[] = []
  const report = reportTo(problems, 'a.md')
  report(1, 'x', 'y')
  report(2, 'x', 'y', 'warning')
  expect(problems.map(({ line, severity }) => [line, severity])).toEqual([[1, 'error'], [2, 'warning']])
})
