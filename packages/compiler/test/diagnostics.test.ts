import { expect, test } from 'vitest'
import { formatProblem, reportTo, type Problem } from '../src/diagnostics.ts'

test('a problem is one line: where, what is wrong, what to write instead', () => {
  const problem: Problem = { file: 'a.md', line: 7, severity: 'error', message: '“strng” is no type', hint: 'write string' }
  expect(formatProblem(problem)).toBe('a.md:7: “strng” is no type, write string')
  expect(formatProblem({ ...problem, severity: 'warning' })).toBe('a.md:7: warning: “strng” is no type, write string')
})

test('a report is an error unless it says otherwise', () => {
  const problems: Problem[] = []
  const report = reportTo(problems, 'a.md')
  report(1, 'x', 'y')
  report(2, 'x', 'y', 'warning')
  expect(problems.map(({ line, severity }) => [line, severity])).toEqual([[1, 'error'], [2, 'warning']])
})
