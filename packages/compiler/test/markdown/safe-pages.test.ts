import { compileTemplate } from 'vue/compiler-sfc'
import { describe, expect, test } from 'vitest'
import { createMarkdown } from '../../src/markdown/markdown-it.ts'
import { safePages } from '../../src/markdown/safe-pages.ts'
import { fixture } from '../support/pages.ts'

/** Returns the first error that Vue's own compiler reports for a template. */
const check = (source: string) => {
  const { errors: [error] } = compileTemplate({ source, filename: 'page.vue', id: 'page' })
  return error === undefined ? undefined : String(typeof error === 'string' ? error : error.message)
}

function render(source: string) {
  const problems: string[] = []
  const markdown = createMarkdown()
  safePages(markdown, { check, report: (page, problem) => problems.push(`${page}: ${problem}`) })
  return { html: markdown.render(source, { relativePath: 'a.md' }), problems }
}

describe('attributes', () => {
  test.each([
    ['# x {.a .b class="c"}', '<h1 class="a b c">'],
    ['# x {data-a=1 data-a=2}', '<h1 data-a="2">'],
    ['# x {#a}\n\n# y {#a}', '<h1 id="a-2">'],
    ['# x {#a}\n\n# y {#a}\n\n# z {#a-2}', '<h1 id="a-2-2">'],
    ['# x {is="vue:a" key=b ref=c slot=d data-e=f}', '<h1 data-e="f">'],
    ['# x {onclick="a()" @click="b" :class="c" v-if="d" data-e=f}', '<h1 data-e="f">'],
    ['| a {data-x data-x=1}\n| -\n| b', '<th data-x="1">'],
  ])('are made safe in “%s”', (source, expected) => {
    const { html, problems } = render(source)
    expect(html).toContain(expected)
    expect(problems).toEqual([])
  })
})

describe('expressions', () => {
  test('are shown as text, except front matter', () => {
    expect(render('# {{ $frontmatter.title }} {{ process.exit() }}').html).toContain('{{ $frontmatter.title }} &#123;&#123; process.exit() }}')
  })

  test('are shown as text in cells and in HTML', () => {
    expect(render('| a\n| -\n| {{ b.c }} <i title="x">{{ d }}</i>').html).not.toMatch(/\{\{/)
    expect(render('<div>\n{{ b.c }}\n</div>').html).not.toMatch(/\{\{/)
  })
})

describe('HTML', () => {
  test('is kept if it is valid', () => {
    expect(render('a <b>c</b><br>d').html).toContain('a <b>c</b><br>d')
  })

  test('is shown as text if it would break the page', () => {
    const { html, problems } = render('a <div> b\n\n<p {x}>')
    expect(html).toContain('&lt;div&gt;')
    expect(problems).toEqual([expect.stringMatching(/^a\.md: /)])
  })

  test('is always shown as text if it is a script', () => {
    const { html, problems } = render('<script setup>\nimport "./missing.js"\n</script>\n\ntext <script>alert(1)</script>')
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script setup&gt;')
    expect(problems).toEqual([])
  })
})

test('shows the source of a page that cannot be rendered', () => {
  const markdown = createMarkdown()
  markdown.core.ruler.push('broken', () => { throw new Error('no') })
  safePages(markdown, { check })
  expect(markdown.render('# <a> {{ b }}')).toBe('<pre v-pre># &lt;a&gt; {{ b }}</pre>')
})

test.each(['cancel', 'several', 'problems', 'upload', 'notification', 'nasty'])('renders %s.md as a valid template', (name) => {
  const { html } = render(fixture(name).replace(/^---[^]*?---\n/, ''))
  expect(check(html)).toBeUndefined()
  expect(html).toContain('<table')
})
