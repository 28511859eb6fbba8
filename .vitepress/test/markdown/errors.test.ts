import type { ErrorCode } from '@wxpay-live/compiler/model'
import { createMarkdownRenderer } from 'vitepress'
import { expect, test } from 'vitest'
import { createHighlight } from '../../markdown/highlight.ts'
import { operationsPlugin } from '../../markdown/operations.ts'

const common: ErrorCode[] = [
  { status: 401, code: 'SIGN_ERROR', meaning: '签名错误', remedy: '对照[签名](/guide/signing)' },
  { status: 500, code: 'SYSTEM_ERROR', meaning: '系统异常', remedy: '重试' },
]
const highlight = await createHighlight()

const md = await createMarkdownRenderer('docs', {
  config: md => operationsPlugin(md, { operations: [], errors: common }, highlight),
})

function render(...lines: string[]) {
  const relativePath = 'openapi/v3/a.md'
  return md.render(lines.join('\n'), { path: `docs/${relativePath}`, relativePath, cleanUrls: false })
}
const operation = (verb: string, level = '#') => [`${level} 下单 {#${verb}}`, '', '```http', `${verb.toUpperCase()} /v3/a`, '```', '']
const table = (...codes: string[]) => [
  '| 状态码 | 错误码 | 含义', '| --- | --- | ---', ...codes.map(code => `| 400 | ${code} | 说明`), '',
]
const outline = (html: string) =>
  Array.from(html.matchAll(/<h(\d)[^>]*>([^<]*)|<td>([A-Z_]+)<\/td>|(参阅)/g), ([, level, title, code, link]) => (
    level ? `h${level} ${title?.trim()}` : code ?? link
  ))

test('adds the codes of every operation below the own table, without those that it has', () => {
  const html = render(...operation('post'), '## 错误码', '', ...table('ORDER_CLOSED', 'SYSTEM_ERROR'), '参阅 [x](/y)')
  expect(outline(html)).toEqual(['h1 下单', 'h2 示例', 'h2 错误码', 'ORDER_CLOSED', 'SYSTEM_ERROR', 'SIGN_ERROR', '参阅'])
  expect(html.match(/<table[^>]*class="error-table"/g)).toHaveLength(2)
  expect(html).toContain('href="/guide/signing.html"')
})

test('adds them with a heading above the links if the last operation has no table', () => {
  const html = render(...operation('post'), ...table('SIGN_ERROR'), ...operation('get', '##'), '参阅 [x](/y)')
  expect(outline(html)).toEqual([
    'h1 下单', 'h2 示例', 'SIGN_ERROR', 'h2 下单', 'h3 示例', 'h3 错误码', 'SIGN_ERROR', 'SYSTEM_ERROR', '参阅',
  ])
})

test('adds nothing to a page without operations, or if the operation has all of them', () => {
  expect(outline(render('# 错误码', '', ...table('SIGN_ERROR')))).toEqual(['h1 错误码', 'SIGN_ERROR'])
  const html = render(...operation('post'), ...table('SIGN_ERROR', 'SYSTEM_ERROR'))
  expect(outline(html)).toEqual(['h1 下单', 'h2 示例', 'SIGN_ERROR', 'SYSTEM_ERROR'])
})
