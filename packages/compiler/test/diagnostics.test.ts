import { expect, test } from 'vitest'
import { formatProblem, reportTo, type Problem } from '../src/diagnostics.ts'

test('formats a problem as one line: location, what was wrong, what to do', () => {
  const problem: Problem = { file: 'a.md', line: 7, severity: 'error', message: 'unknown type “strng”', hint: 'use string' }
  expect(formatProblem(problem)).toBe('a.md:7: unknown type “strng”, use string')
  expect(formatProblem({ ...problem, severity: 'warning' })).toBe('a.md:7: warning: unknown type “strng”, use string')
})

test('reports an error unless the severity is given', () => {
  const problems: Problem[] = []
  const report = reportTo(problems, 'a.md')
  report(1, 'x', 'y')
  report(2, 'x', 'y', 'warning')
  expect(problems.map(({ line, severity }) => [line, severity])).toEqual([[1, 'error'], [2, 'warning']])
})
