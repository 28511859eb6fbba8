import { expect, it } from 'vitest'
import { toParts, toStaticTree } from '../../page/static-html.ts'

const blue = '--shiki-light:#005CC5;--shiki-dark:#79B8FF'
const plain = '--shiki-light:#24292E;--shiki-dark:#E1E4E8'
const compact = (line: string) => {
  const html = `<pre class="shiki" style="${plain.toLowerCase()};--shiki-light-bg:#fff"><code><span class="line">${line}</span></code></pre>`
  const tree = toStaticTree(html, { frontmatter: {}, addressOf: () => undefined })
  return /<span class="line">(.*)<\/span><\/code>/.exec(toParts(tree).join(''))?.[1]
}

it('takes spans of the default colours away, and joins those of the same style', () => {
  expect(compact(`<span style="${plain}">a </span><span style="${blue}">b</span><span style="${blue}">c</span>`))
    .toBe(`a <span style="${blue}">bc</span>`)
})

it('keeps spans that do more than colour', () => {
  const bold = `<span style="${plain};--shiki-light-font-weight:bold">a</span>`
  const marked = `<span style="${plain}" class="highlighted-word">b</span>`
  expect(compact(marked)).toBe(marked)
  expect(compact(bold)).toBe(bold)
})
