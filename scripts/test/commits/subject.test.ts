import { expect, test } from 'vitest'
import { checkSubject } from '../../commits/subject.ts'

test.each([
  'feat(client): add retries',
  'build: pin beautiful-mermaid to 0.1.3',
  'fix(sandbox)!: pass the scenario to the server',
  'refactor: rename PascalCase files',
  `docs: ${'x'.repeat(66)}`,
])('accepts %s', (subject) => {
  expect(checkSubject(subject)).toBeUndefined()
})

test.each([
  [`docs: ${'x'.repeat(67)}`, '73 characters'],
  ['add retries', 'Conventional Commit'],
  ['feature: add retries', 'Conventional Commit'],
  ['feat(client):add retries', 'Conventional Commit'],
  ['feat: Add retries', 'capital'],
  ['feat: add retries.', 'full stop'],
  ['feat: added retries', 'imperative'],
  ['feat: adding retries', 'imperative'],
  ['feat: adds retries', 'imperative'],
  ['perf: a request is read once', 'imperative'],
  ['docs: every page has a link', 'imperative'],
])('rejects %s', (subject, problem) => {
  expect(checkSubject(subject)).toContain(problem)
})
