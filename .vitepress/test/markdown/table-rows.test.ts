import { createMarkdownRenderer } from 'vitepress'
import { expect, it } from 'vitest'
import { createHighlight } from '../../markdown/highlight.ts'
import { operationsPlugin } from '../../markdown/operations.ts'

const highlight = await createHighlight()
const md = await createMarkdownRenderer('.', { config: md => operationsPlugin(md, { operations: [] }, highlight) })

const rows = [
  'json {data-required} | object', 'amount {data-indent=1} | object', 'total {data-required data-indent=2} | integer',
  'appid {data-required data-indent=1} | string', 'attach {data-indent=1} | string',
]
const table = (id: string) => ['| 名 | 类型 | 描述', '| --- | --- | ---', ...rows.map(row => `| ${row} | 文本`), '', `{.im-table #${id}}`, ''].join('\n')
const example = (method: string) => `\`\`\`http\n${method} /v3/x\n\`\`\`\n`
const render = (source: string) => md.renderAsync(source, { relativePath: 'openapi/v3/x.md' })
const idsIn = (html: string) => Array.from(html.matchAll(/<td[^>]* id="([^"]+)"/g), ([, id]) => id)

it('gives rows the anchors of their paths, without the part of the request', async () => {
  expect(idsIn(await render(`# 甲 {#post}\n\n${table('request')}\n\n${example('POST')}`))).toEqual([
    'request.json', 'request.amount', 'request.amount.total', 'request.appid', 'request.attach',
  ])
})

it('begins the anchors with the id of the section if the page has several operations', async () => {
  const html = await render([
    '# 甲 {#post}', table('request'), example('POST'), '## 乙 {#get}', table('request-get'), example('GET'),
  ].join('\n\n'))
  expect(idsIn(html)).toEqual(expect.arrayContaining(['post.request.amount.total', 'get.request.amount.total']))
})

it('marks what may be left out, with its members, and adds a button to each object', async () => {
  const html = await render(`# 甲 {#post}\n\n${table('request')}\n\n${example('POST')}`)
  expect(html.match(/<tr data-optional/g)).toHaveLength(3)
  expect(Array.from(html.matchAll(/aria-label="(\w+) 的成员"/g), ([, name]) => name)).toEqual(['json', 'amount'])
})
