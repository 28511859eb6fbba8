import { expect, it } from 'vitest'
import { toParts, toStaticTree } from '../../page/static-html.ts'

const blue = '--shiki-light:#005CC5;--shiki-dark:#79B8FF'
const plain = '--shiki-light:#24292E;--shiki-dark:#E1E4E8'
const compact = (...lines: string[]) => {
  const code = lines.map(line => `<span class="line">${line}</span>`).join('\n')
  const html = `<pre class="shiki" style="${plain.toLowerCase()};--shiki-light-bg:#fff"><code>${code}</code></pre>`
  const tree = toStaticTree(html, { frontmatter: {}, addressOf: () => undefined })
  return /<code>([^]*)<\/code>/.exec(toParts(tree).join(''))?.[1]
}

it('takes spans of the default colours away, and joins those of the same style', () => {
  expect(compact(`<span style="${plain}">a </span><span style="${blue}">b</span><span style="${blue}">c</span>`))
    .toBe(`a <span style="${blue}">bc</span>`)
})

it('needs no element for a line, and joins lines of the same style', () => {
  expect(compact(`<span style="${blue}">// a</span>`, '', `<span style="${blue}">// b</span>`, 'c'))
    .toBe(`<span style="${blue}">// a\n\n// b\n</span>c`)
})

it('keeps spans that do more than colour', () => {
  const bold = `<span style="${plain};--shiki-light-font-weight:bold">a</span>`
  const marked = `<span style="${plain}" class="highlighted-word">b</span>`
  expect(compact(bold)).toBe(bold)
  expect(compact(marked)).toBe(`<span class="line">${marked}</span>`)
})
