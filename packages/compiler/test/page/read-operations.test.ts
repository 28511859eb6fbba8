import { describe, expect, test } from 'vitest'
import { formatProblem, readOperations } from '../../src/index.ts'
import { createMarkdown } from '../../src/markdown/markdown-it.ts'
import { httpPage, problemsOf } from '../support/pages.ts'

const tokensOf = (source: string) => createMarkdown().parse(source, {})
const request = (path: string) => `\`\`\`http\nGET ${path}\n\`\`\`\n\n`

describe('the context of a page', () => {
  test('adds the first line to the lines of operations and problems', () => {
    const tokens = tokensOf('# x {#get}\n\n```http\nGET /v3/x\n\n{}\n```\n')
    const { operations, problems } = readOperations(tokens, { file: 'a.md', firstLine: 10 })
    expect(operations[0]?.line).toBe(10)
    expect(problems.map(formatProblem)).toEqual([
      'a.md:15: the example has a body that no row declares, add a json row to the request table or remove the body',
    ])
  })

  test('fills titles from the front matter, ignoring inherited members', () => {
    const tokens = tokensOf(`# {{ $frontmatter.title }}{{$frontmatter.constructor}} ({{ $frontmatter.no }}) {#get}\n\n${request('/v3/x')}`)
    const { operations } = readOperations(tokens, { file: 'a.md', frontmatter: { title: '查询', no: 1 } })
    expect(operations[0]?.operation.title).toBe('查询 (1)')
  })

  test('reads the date that another YAML reader has parsed', () => {
    const frontmatter = { verified: { date: new Date('2026-11-28'), by: ['official'] } }
    const { operations } = readOperations(tokensOf(`# x {#get}\n\n${request('/v3/x')}`), { file: 'a.md', frontmatter })
    expect(operations[0]?.operation.verified).toEqual({ date: '2026-11-28', by: ['official'] })
  })

  test('does not change the tokens', () => {
    const tokens = tokensOf(`# x {#get}\n\n${request('/v3/x')}`)
    const before = JSON.stringify(tokens)
    readOperations(tokens, { file: 'a.md' })
    expect(JSON.stringify(tokens)).toBe(before)
  })
})

describe('several operations on one page', () => {
  const source = [
    '# 订单\n\n', `## 一 {#get}\n\n${request('/v3/a')}`, '### 说明 {#note}\n\n', `## 二 {#delete}\n\n${request('/v3/b')}`,
    `## 三 {#get-by-id}\n\n${request('/v3/c')}`,
  ].join('')

  test('reads the heading and example of each', () => {
    const tokens = tokensOf(source)
    const { operations } = readOperations(tokens, { file: 'a.md' })
    expect(operations.map(({ operation: { method, path, anchor } }) => [anchor, method, path])).toEqual([
      ['get', 'GET', '/v3/a'], ['delete', 'DELETE', '/v3/b'], ['get-by-id', 'GET', '/v3/c'],
    ])
    for (const { heading, example } of operations) {
      expect(tokens[heading]?.type).toBe('heading_open')
      expect(tokens.slice(example?.start, example?.end).map(({ info }) => info)).toEqual(['http'])
    }
  })

  test('reports a method that differs from its anchor', () => {
    expect(problemsOf(source)).toEqual([
      'page.md:14: the example sends GET, but its heading is {#delete}, use the same method in both',
    ])
  })
})

test('warns about a duplicate id', () => {
  const table = '| a | b | c\n| - | - | -\n| x | string | y\n\n{.im-table #response}\n\n'
  expect(problemsOf(`# 一 {#get}\n\n${request('/v3/a')}${table}${table}`)).toEqual([
    'page.md:13: warning: duplicate id “response”, use another, such as {#response-2}',
  ])
})

test('sorts problems by line', () => {
  const problems = problemsOf(httpPage(['| a | strng | x', '| json | object | x', '| b {data-indent=3} | string | x'], 'PUT /v3/{c}'))
  const lines = problems.map(problem => Number(problem.split(':')[1]))
  expect(lines.length).toBeGreaterThan(3)
  expect(lines).toEqual(lines.toSorted((a, b) => a - b))
})
