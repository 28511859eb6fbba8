import { createMarkdownRenderer } from 'vitepress'
import { expect, it } from 'vitest'
import { programData, programsPlugin } from '../../markdown/programs.ts'

const highlight = (code: string, language: string) => `${language}: ${code.length}`

const renderer = await createMarkdownRenderer('.', { config: md => programsPlugin(md, highlight) })

it('returns one tab with the unchanged code', () => {
  expect(programData('await 1', highlight)).toEqual({
    samples: {},
    languages: [{
      id: 'typescript', label: 'TypeScript',
      tabs: [{ label: 'TypeScript 程序', code: 'await 1', html: 'typescript: 7' }],
    }],
  })
})

it('replaces its own fence only', async () => {
  const html = await renderer.renderAsync('```ts run\nconst a = `"${1}"`\n```\n\n```ts\nconst b = 2\n```\n', {})
  expect(html).toMatch(/^<RunnableExample :example="[^"]*const a = `\\&#34;\$\{1\}\\&#34;`[^"]*" \/>/)
  expect(html.match(/<RunnableExample/g)).toHaveLength(1)
  expect(html).toContain('language-ts')
})
