import { expect, test } from 'vitest'
import { createMarkdown } from '../../src/markdown/markdown-it.ts'
import { findReferences, findTable, toSections } from '../../src/page/sections.ts'

const table = (id: string) => `| a | b | c\n| - | - | -\n| x | string | y\n\n{.im-table #${id}}\n\n`
const tokens = createMarkdown().parse([
  '# 订单\n\n', table('request'),
  '## 创建 {#post}\n\n', table('request-post'), '### 说明\n\n', table('response-post'),
  '参阅 [官方文档](https://a.example/1) [2](https://a.example/2) [站内](/guide/)\n\n',
  '## 查询 {#get-by-id}\n\n', table('response'), '见 [别处](https://b.example)\n\n', '参阅 [官方文档](https://c.example)\n',
].join(''), {})
const sections = toSections(tokens)

test('starts an operation only at a heading with a verb as its id', () => {
  expect(sections.map(({ anchor }) => anchor)).toEqual(['post', 'get-by-id'])
  expect(sections[0]?.end).toBe(sections[1]?.heading)
  expect(sections[1]?.end).toBe(tokens.length)
})

test('finds tables by id, with or without the verb', () => {
  const ids = sections.map(section => ['request', 'response'].map((id) => {
    const index = findTable(tokens, section, id)
    return index === undefined ? undefined : tokens[index]?.attrGet('id')
  }))
  expect(ids).toEqual([['request-post', 'response-post'], [undefined, 'response']])
})

test('reads references from the external links after 参阅', () => {
  expect(sections.map(section => findReferences(tokens, section))).toEqual([
    ['https://a.example/1', 'https://a.example/2'],
    ['https://c.example'],
  ])
})
