import { createMarkdownRenderer } from 'vitepress'
import { expect, it } from 'vitest'
import { createHighlight } from '../../markdown/highlight.ts'
import { operationsPlugin } from '../../markdown/operations.ts'

const highlight = await createHighlight()
const md = await createMarkdownRenderer('.', { config: md => operationsPlugin(md, { operations: [] }, highlight) })

const table = (id: string) => `| 名 | 类型 | 描述\n| --- | --- | ---\n| a {data-required} | string | 文本\n\n{.im-table #${id}}\n`
const example = (method: string) => `\`\`\`http\n${method} /v3/x\n\`\`\`\n`
const operation = (title: string, method: string, ending = '') => [
  `${title} {#${method.toLowerCase()}}`, table(`request${ending}`), example(method), table(`response${ending}`),
].join('\n\n')

/** The elements and ids of a page, in order. */
const render = async (source: string, relativePath = 'openapi/v3/x.md') => {
  const html = await md.renderAsync(source, { relativePath })
  return Array.from(html.matchAll(/<(h\d|table|x-example|section|div class="operation-\w+")(?:[^>]* id="([^"]*)")?/g), ([, tag = '', id]) => (
    [tag.replace('div class=', '').replaceAll('"', ''), id].filter(Boolean).join(' ')
  ))
}

it('wraps an operation in what is above the example, the example, and what is below it, with headings', async () => {
  expect(await render(operation('# 甲', 'POST'))).toEqual([
    'section', 'operation-request', 'h1 post', 'operation-badge', 'h2 parameters', 'table request',
    'operation-example', 'h2 example', 'x-example',
    'operation-response', 'h2 returns', 'table response', 'operation-run',
  ])
})

it('gives each operation of a page its own section and anchors', async () => {
  const found = await render([operation('# 甲', 'POST'), operation('## 乙', 'GET', '-get')].join('\n\n'))
  expect(found.filter(name => name === 'section')).toHaveLength(2)
  expect(found.filter(name => /^h\d/.test(name))).toEqual([
    'h1 post', 'h2 parameters', 'h2 example', 'h2 returns', 'h2 get', 'h3 parameters-get', 'h3 example-get', 'h3 returns-get',
  ])
})

it('keeps a heading that the page writes itself', async () => {
  const found = await render(`# 甲 {#post}\n\n## 参数 {#mine}\n\n${table('request')}\n\n${example('POST')}`)
  expect(found.filter(name => /^h\d/.test(name))).toEqual(['h1 post', 'h2 mine', 'h2 example'])
})

it('splits a notification into its head, its program and the rest', async () => {
  const program = '## 收一次 {#program}\n\n```ts run\nawait 1\n```\n\n说明'
  const request = table('request').replace('\n\n', '\n| body | object | 包体\n| id {data-indent=1} | string | 号\n\n')
  const source = ['# 甲 {#post}', request, table('resource'), program, '## 应答 {#answer}'].join('\n\n')
  const path = 'webhook/v3/A.B.md'
  expect(await render(source, path)).toEqual([
    'section', 'operation-request', 'h1 post', 'operation-badge', 'h2 parameters', 'table request', 'table resource',
    'operation-example', 'h2 program', 'operation-response', 'h2 answer', 'operation-run',
  ])
  expect(await render(source.replace(program, ''), path)).not.toContain('section')
})
