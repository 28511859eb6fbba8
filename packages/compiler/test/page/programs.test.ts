import { expect, test } from 'vitest'
import { compilePage } from '../../src/index.ts'

const source = [
  '---', 'title: 支付', '---', '', '# 支付', '', '```ts run', 'const a = 1', '', 'console.log(a)', '```', '',
  '```ts', 'const b = 2', '```', '', '::: details 更多', '', '``` ts  run', 'await c()', '```', '', ':::', '', '```php run',
  'echo 1;', '```', '',
].join('\n')

test('finds the programs of a page and their first lines', () => {
  const { programs, operations, problems } = compilePage(source, 'product/payment.md')
  expect(programs.map(({ language, code, line }) => ({ language, code, line }))).toEqual([
    { language: 'typescript', code: 'const a = 1\n\nconsole.log(a)', line: 8 },
    { language: 'typescript', code: 'await c()', line: 20 },
    { language: 'php', code: 'echo 1;', line: 26 },
  ])
  expect({ operations, problems }).toEqual({ operations: [], problems: [] })
})

test('finds programs on pages of operations and notifications', () => {
  const program = '```ts run\nawait 1\n```\n'
  const table = '| 参数 | 类型 | 描述\n| - | - | -\n| json | object | 体\n\n{.im-table #request}\n'
  const operation = compilePage(`# 下单 {#post}\n\n${table}\n\`\`\`http\nPOST /v3/x\n\n{}\n\`\`\`\n\n${program}`, 'openapi/v3/x.md')
  expect([operation.operations.length, operation.programs.length]).toEqual([1, 1])
  expect(compilePage(`# 通知 {#post}\n\n${program}`, 'webhook/v3/X.md').programs).toHaveLength(1)
})

test.each(['ts', 'ts running', 'typescript run', 'js run', 'tsrun', 'php', 'phprun'])('ignores a fence “%s”', (info) => {
  expect(compilePage(`\`\`\`${info}\nawait 1\n\`\`\`\n`, 'a.md').programs).toEqual([])
})
