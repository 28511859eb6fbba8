import { createMarkdownRenderer } from 'vitepress'
import { expect, it } from 'vitest'
import { permalinksPlugin } from '../../markdown/permalinks.ts'

const renderer = await createMarkdownRenderer('.', { config: permalinksPlugin })

it('labels the link beside a heading in Chinese', async () => {
  const html = await renderer.renderAsync('## 验签 `“正文”`\n\n[别处](/a "Permalink to “b”")\n', {})
  expect(html).toContain('href="#验签-正文" aria-label="“验签 “正文””的链接"')
  expect(html).toContain('title="Permalink to “b”"')
})
