import { createMarkdownRenderer } from 'vitepress'
import { expect, it } from 'vitest'
import type { Highlight } from '../../markdown/highlight.ts'
import type { ExampleEnv } from '../../page/page-examples.ts'
import { programOf, programsPlugin } from '../../markdown/programs.ts'

const highlight: Highlight = (code, language) => [[code, language]]

const renderer = await createMarkdownRenderer('.', { config: md => programsPlugin(md, highlight) })

it('returns one tab with the unchanged code', () => {
  expect(programOf([{ language: 'typescript', code: 'await 1' }], highlight)).toEqual({
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
  expect(env.examples).toEqual([programOf([{ language: 'typescript', code: 'const a = `"${1}"`' }], highlight)])
  expect(html).toContain('language-ts')
})

it('makes one example of a program in two languages', async () => {
  const env: ExampleEnv = {}
  const programs = '```ts run\n1\n```\n\n```php run\n2;\n```\n\n```ts run\n3\n```\n'
  const html = await renderer.renderAsync(`${programs}\nText.\n\n\`\`\`php run\n4;\n\`\`\`\n`, env)
  expect(html.match(/<x-example index="\d">/g)).toHaveLength(3)
  const codes = env.examples?.map(({ languages }) =>
    languages.map(({ id, tabs }) => [id, tabs[0]?.runs[0]?.[0]]))
  expect(codes).toEqual([[['typescript', '1'], ['php', '2;']], [['typescript', '3']], [['php', '4;']]])
})
