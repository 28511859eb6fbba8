import { describe, expect, it } from 'vitest'
import { fitCode } from '../../page/fit-code.ts'
import type { Example } from '../../page/page-examples.ts'
import { toParts, toStaticTree } from '../../page/static-html.ts'

const colour = '--shiki-light:#005cc5;--shiki-dark:#79b8ff'
const word = (text: string) => `<span style="${colour}">${text}</span>`
const pre = (code: string) => `<pre class="shiki" style="--shiki-light:#111111"><code><span class="line">${code}</span></code></pre>`

/** Code with this number of coloured words, each of ten letters. */
const coloured = (words: number) => pre(`${word('aaaaaaaaaa')},`.repeat(words))

function fit(html: string, examples: Example[] = []) {
  const tree = toStaticTree(html, { frontmatter: {}, addressOf: () => undefined })
  const late = fitCode(tree, examples)
  return { late, html: toParts(tree).join('') }
}

describe('code of a page', () => {
  it('stays as it is if the page has room', () => {
    const { html, late } = fit(coloured(20))
    expect(html).toContain(word('aaaaaaaaaa'))
    expect(late).toEqual([])
  })

  it('loses its colours if the page is too heavy, the last first', () => {
    const { html, late } = fit(pre(word('first')) + coloured(400) + coloured(400))
    expect(late).toHaveLength(2)
    expect(html).toContain(word('first'))
    expect(html).not.toContain(word('aaaaaaaaaa'))
    expect(html.match(/a{10}/g)).toHaveLength(800)
    expect(late.map(({ runs }) => runs[0])).toEqual([['aaaaaaaaaa', colour], ['aaaaaaaaaa', colour]])
  })

  it('keeps its text even if that alone is too much', () => {
    const { html, late } = fit(pre(word('first')) + coloured(2000))
    expect(html).toContain('<code>first</code>')
    expect(html.match(/a{10}/g)).toHaveLength(2000)
    expect(late.map(({ runs }) => runs.length)).toContain(4000)
  })

  it('keeps more for each row of a table', () => {
    const rows = `<table>${'<tr><td>a</td></tr>'.repeat(40)}</table>`
    expect(fit(coloured(500)).late).toHaveLength(1)
    expect(fit(coloured(500) + rows).late).toEqual([])
  })

  it('is not on the page in a tab that nobody has chosen', () => {
    const { html, late } = fit(`<div class="vp-code-group"><div class="blocks">
      <div class="language-js active">${pre(word('one'))}</div><div class="language-js">${pre(word('two'))}</div>
    </div></div>`)
    expect(html).toContain('one')
    expect(html).not.toContain('two')
    expect(late.map(({ runs }) => runs)).toEqual([[['two', colour]]])
  })

  it('keeps what marks more than colours', () => {
    const { html, late } = fit(pre('<span class="highlighted-word">marked</span>') + coloured(2000))
    expect(html).toContain('<span class="highlighted-word">marked</span>')
    expect(late).toHaveLength(1)
  })
})

it('takes the colours of an example', () => {
  const runs: [string, string][] = Array.from({ length: 500 }, () => ['a', colour])
  const example: Example = { samples: {}, languages: [{ id: 'php', label: 'PHP', tabs: [{ label: 'PHP', runs }] }] }
  fit(`<x-example index="0"></x-example>${pre('a'.repeat(11 * 1024))}`, [example])
  expect(example.isPlain).toBe(true)
})
