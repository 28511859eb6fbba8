import { createMarkdownRenderer } from 'vitepress'
import { expect, it } from 'vitest'
import type { Highlight } from '../../markdown/highlight.ts'
import type { ExampleEnv } from '../../page/page-examples.ts'
import { programOf, programsPlugin } from '../../markdown/programs.ts'

const highlight: Highlight = (code, language) => [[code, language]]

const renderer = await createMarkdownRenderer('.', { config: md => programsPlugin(md, highlight) })

it('returns one tab with the unchanged code', () => {
  expect(programOf('await 1', highlight)).toEqual({
    samples: {},
    languages: [{
      id: 'typescript', label: 'TypeScript',
      tabs: [{ label: 'TypeScript 程序', runs: [['await 1', 'typescript']] }],
    }],
  })
})

it('replaces its own fence only', async () => {
  const env: ExampleEnv = {}
  const html = await renderer.renderAsync('```ts run\nconst a = `"${1}"`\n```\n\n```ts\nconst b = 2\n```\n', env)
  expect(html).toMatch(/^<x-example index="0"><\/x-example>/)
  expect(html.match(/<x-example/g)).toHaveLength(1)
  expect(env.examples).toEqual([programOf('const a = `"${1}"`', highlight)])
  expect(html).toContain('language-ts')
})
