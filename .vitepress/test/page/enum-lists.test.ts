import { expect, it } from 'vitest'
import { toParts, toStaticTree } from '../../page/static-html.ts'

function list(cell: string): string {
  const html = `<table><tbody><tr><td>${cell}</td></tr></tbody></table>`
  const tree = toStaticTree(html, { frontmatter: {}, addressOf: () => undefined })
  return /<td>(.*)<\/td>/.exec(toParts(tree).join(''))![1]!
}

it('lists values with their explanations, which may have code and separators', () => {
  expect(list('状态。枚举值：<code>A</code> 甲、乙、<code>B</code> 见 <code>b</code>、<code>C</code> 丙')).toBe(
    '状态。枚举值：<ul class="enum"><li><code>A</code> 甲、乙</li><li><code>B</code> 见 <code>b</code></li>'
    + '<li><code>C</code> 丙</li></ul>',
  )
})

it('ends the list with the sentence', () => {
  expect(list('枚举值：<code>A</code> 甲、<code>B</code> 乙、<code>C</code> 丙。其他见 <code>d</code>')).toBe(
    '枚举值：<ul class="enum"><li><code>A</code> 甲</li><li><code>B</code> 乙</li><li><code>C</code> 丙</li></ul>其他见 <code>d</code>',
  )
})

it.each(['枚举值：<code>3</code>、<code>6</code>、<code>12</code>', '枚举值：<code>A</code> 甲、<code>B</code> 乙', '没有 <code>x</code>'])(
  'leaves %s in a line', (cell) => {
    expect(list(cell)).toBe(cell)
  },
)
