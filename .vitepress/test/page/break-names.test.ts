import { expect, it } from 'vitest'
import { toParts, toStaticTree } from '../../page/static-html.ts'

it('lets the names in a title break between their words, and leaves the rest alone', () => {
  const html = '<h1>成功(PAYSCORE.USER_PAID)通知 v1.2 <a>A.B</a></h1><p>A.B</p>'
  const tree = toStaticTree(html, { frontmatter: {}, addressOf: () => undefined })
  expect(toParts(tree).join('')).toBe('<h1>成功(PAYSCORE.<wbr>USER_<wbr>PAID)通知 v1.2 <a>A.B</a></h1><p>A.B</p>')
})
