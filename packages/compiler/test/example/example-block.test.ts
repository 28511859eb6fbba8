import { describe, expect, test } from 'vitest'
import { compilePage, formatProblem } from '../../src/index.ts'
import { fixture, problemsOf } from '../support/pages.ts'

const group = (...tabs: [label: string, code: string][]) => [
  '# 证书 {#get}', '', '::: code-group', '',
  ...tabs.flatMap(([label, code]) => [`\`\`\`php [${label}]`, code, '```', '']),
  ':::',
].join('\n')

describe('tabs of one code group', () => {
  const first: [string, string] = ['异步纯链式', '$instance->v3->certificates->getAsync()->wait();']

  test('may send the same request', () => {
    const source = group(first, ['同步声明式', '$response = $instance->chain(\'v3/certificates\')->get();'])
    expect(problemsOf(source)).toEqual([])
    expect(compilePage(source, 'a.md').operations[0]?.example?.tabs).toEqual([
      { label: '异步纯链式', code: first[1] },
      { label: '同步声明式', code: '$response = $instance->chain(\'v3/certificates\')->get();' },
    ])
  })

  test.each([
    ['$instance->v3->certificates->post();', 'differs from “异步纯链式” in its method (POST)'],
    ['$instance->v3->certificate->get();', 'differs from “异步纯链式” in its path (/v3/certificate)'],
    ['$instance->v3->certificates->get([\'query\' => [\'a\' => 1]]);', 'differs from “异步纯链式” in its values'],
  ])('are reported if one differs: %s', (code, message) => {
    expect(problemsOf(group(first, ['同步纯链式', code]))).toEqual([
      `page.md:10: the tab “同步纯链式” ${message}, make all tabs send the same request`,
    ])
  })

  test('are read even if one is not PHP', () => {
    const { operations, problems } = compilePage(group(['坏', '$a = [;'], first), 'a.md')
    expect(problems.map(formatProblem)[0]).toContain('a.md:6: the tab is not valid PHP')
    expect(operations[0]?.operation.path).toBe('/v3/certificates')
    expect(operations[0]?.example?.tabs).toHaveLength(2)
  })
})

test('finds a change in any one tab of the seed page', () => {
  const lines = fixture('cancel').split('\n')
  const reasons = lines.flatMap((line, index) => line.includes('\'reason\' => ') ? [index] : [])
  expect(reasons).toHaveLength(6)
  for (const [tab, index] of reasons.entries()) {
    const source = lines.with(index, '    \'reason\' => \'别的原因\',').join('\n')
    const tabs = problemsOf(source).map(problem => /the tab “([^”]*)” differs from “[^”]*” in its values/.exec(problem)?.[1])
    expect(tabs).toHaveLength(tab === 0 ? 5 : 1)
  }
})

test('ignores groups in other languages', () => {
  const source = '# 证书 {#get}\n\n::: code-group\n\n```js [a]\nx\n```\n\n:::\n\n```http\nGET /v3/certificates\n```\n'
  expect(compilePage(source, 'a.md')).toMatchObject({ problems: [], operations: [{ example: { tabs: [] } }] })
})

test('reports and leaves out an operation without a path', () => {
  expect(compilePage('# 证书 {#get}\n', 'a.md')).toEqual({
    frontmatter: {},
    operations: [],
    errors: [],
    programs: [],
    lines: new Map(),
    lineOf: expect.any(Function),
    problems: [expect.objectContaining({ line: 1, message: '“证书” has no path that starts with /v3/ or /brand/' })],
  })
})
