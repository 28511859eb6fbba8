import { createMarkdownRenderer } from 'vitepress'
import { expect, it } from 'vitest'
import { rawHtmlPlugin } from '../../markdown/raw-html.ts'

const renderer = await createMarkdownRenderer('.', { include: false, config: md => rawHtmlPlugin(md) })

const render = (source: string) => renderer.renderAsync(source, {})

it.each([
  ['PHP outside of a fence', '<?php\n\necho 1;\n', '<pre><code>&#60;?php'],
  ['a declaration', '<!DOCTYPE html>\n', '<pre><code>&#60;!DOCTYPE html&#62;'],
  ['an include', '<!-- @include: ./a.md -->\n', '<pre><code>&#60;!-- @include: ./a.md --&#62;'],
  ['PHP within a line', 'a <?= 1 ?> b', 'a &#60;?= 1 ?&#62; b'],
])('shows %s as it is written', async (_name, source, shown) => {
  expect(await render(source)).toContain(shown)
})

it('leaves other HTML and comments alone', async () => {
  const source = '<b>a</b> <!-- b -->\n\n<div>\nc\n</div>\n'
  expect(await render(source)).toBe('<p><b>a</b> <!-- b --></p>\n<div>\nc\n</div>\n')
})
