import type { PageData, SiteData } from 'vitepress'
import { expect, it } from 'vitest'
import { fillDocument } from '../../build/document.ts'

const frame = `<!DOCTYPE html>
<html lang="zh-CN">
  <head>
    <title>404 | site</title>
    <meta name="description" content="Not Found">
    <script type="after-paint" src="/assets/app.js"></script>
  </head>
  <body>
    <div id="app"></div>
  </body>
</html>`
const site = { title: 'site', description: 'about the site' } as SiteData
const data = { title: '关单', description: '', frontmatter: {}, headers: [], relativePath: 'a.md', filePath: 'a.md' } satisfies PageData
const parts = { data, content: '<p>$&amp;$1</p>', tags: [], preloads: ['/assets/a.md.js'] }

it('puts title, description, tags, modules and content into the frame', () => {
  expect(fillDocument(frame, site, { ...parts, tags: [['meta', { property: 'og:title', content: '"关单"' }]] })).toBe(frame
    .replace('404 | site', '关单 | site')
    .replace('Not Found', 'about the site')
    .replace('  </head>', '    <meta property="og:title" content="&#34;关单&#34;">\n'
    + '    <link rel="after-parse" fetchpriority="low" href="/assets/a.md.js">\n  </head>')
    .replace('<div id="app">', () => `<div id="app">${parts.content}`))
})

it('escapes what a page says of itself', () => {
  const hostile = { ...data, title: '</title><script>', description: '"><script>' }
  const html = fillDocument(frame, site, { ...parts, data: hostile })
  expect(html).not.toContain('</title><script>')
  expect(html).not.toContain('"><script>')
})

it.each(['<title>', '<meta name="description"', '</head>', '<div id="app">'])('throws if the frame lacks %s', (part) => {
  expect(() => fillDocument(frame.replace(part, ''), site, parts)).toThrow('VitePress no longer writes')
})
