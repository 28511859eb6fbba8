import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMarkdownRenderer, type MarkdownEnv } from 'vitepress'
import { expect, it } from 'vitest'
import { findDeadLinks } from '../../build/dead-links.ts'

const publicFolder = mkdtempSync(join(tmpdir(), 'public-'))
mkdirSync(join(publicFolder, 'other'))
writeFileSync(join(publicFolder, 'other/tool.html'), '')
const md = await createMarkdownRenderer('.', {}, '/')
const pages = new Set(['index', 'guide/index', 'guide/支付', 'clinic'])

async function deadLinks(content: string): Promise<string[]> {
  const source = `---\ntitle: a\n---\n${content}`
  const env: MarkdownEnv = { path: '/docs/guide/a.md', relativePath: 'guide/a.md', cleanUrls: false, relativizeUrls: true }
  await md.renderAsync(source, env)
  return findDeadLinks(env, source, pages, publicFolder)
}

it.each([
  '/', './', '../', '/clinic', '../clinic.md', '/clinic.html?a=1#b', './支付', '#here', '/other/tool.html', '/picture.png', 'https://example.com/x',
])('accepts a link to %s', async (link) => {
  expect(await deadLinks(`[a](${link})`)).toEqual([])
})

it('names file and line of links that lead nowhere', async () => {
  expect(await deadLinks('# a\n\n[a](/nowhere)\n\n[b](./clinic)\n')).toEqual([
    expect.stringMatching(/^\/docs\/guide\/a\.md:6: .*nowhere/), expect.stringMatching(/^\/docs\/guide\/a\.md:8: .*clinic/),
  ])
})
