import { createMarkdownRenderer } from 'vitepress'
import { afterEach, expect, it } from 'vitest'
import { diagramsPlugin } from '../../markdown/diagrams.ts'

let report: (problem: string) => void = () => {}
afterEach(() => { report = () => {} })

// VitePress caches one renderer for all callers.
const renderer = await createMarkdownRenderer('.', { config: md => diagramsPlugin(md, problem => report(problem)) })

const render = (source: string) => renderer.renderAsync(source, { path: '/docs/a.md', relativePath: 'a.md' })

const fence = (diagram: string, title = '') => `\`\`\`mermaid${title}\n${diagram}\n\`\`\`\n`

it('draws a diagram in a scrollable box, with a button that enlarges it', async () => {
  const html = await render(`# 退款 {#refund}\n\n${fence('stateDiagram-v2\n  A --> B: 退款', ' 退款的状态')}`)
  expect(html).toMatch(/<div class="diagram" v-pre><div class="diagram-scroller" tabindex="0"><svg [^>]*role="img" aria-label="退款的状态">[^]*退款<\/text>[^]*<\/svg><\/div>/)
  expect(html).toContain('aria-label="放大：退款的状态"></button></div>')
  expect(html).not.toContain('language-mermaid')
})

it('names an unnamed diagram after the heading above', async () => {
  const html = await render(`---\ntitle: 支付\n---\n\n# {{ $frontmatter.title }}\n\n## 流程 \`v3\` {#flow}\n\n${fence('graph LR\na --> b')}`)
  expect(html).toContain('aria-label="流程 v3"')
})

it('gives each diagram its own ids and leaves other code alone', async () => {
  const html = await render(`${fence('graph LR\na --> b')}\n${fence('graph LR\nc --> d')}\n\`\`\`ts\nconst a = 1\n\`\`\`\n`)
  const ids = [...html.matchAll(/<marker id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids).toHaveLength(4)
  expect(new Set(ids).size).toBe(4)
  for (const [, id] of html.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(id)
  expect(html).toContain('language-ts')
})

it('reports file and line of a line it cannot draw', async () => {
  report = (problem) => { throw new Error(problem) }
  const source = `---\ntitle: 支付\n---\n\n# 支付\n\n${fence('sequenceDiagram\na->>b: 下单\n付款')}`
  await expect(render(source)).rejects.toThrow('/docs/a.md:10: cannot draw the diagram: unknown syntax “付款”, ')
})

it('shows the source of a diagram it cannot draw if the report does not throw', async () => {
  const reported: string[] = []
  report = problem => reported.push(problem)
  expect(await render(`${fence('pie\n"<a>": 1')}`)).toContain('<pre v-pre><code>pie\n&quot;&lt;a&gt;&quot;: 1')
  expect(reported).toEqual([expect.stringMatching(/^\/docs\/a\.md:2: /)])
})
