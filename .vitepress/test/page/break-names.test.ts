import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { expect, it } from 'vitest'
import { breakNames } from '../../page/break-names.ts'

it('lets the names in a title break between their words, and leaves the rest alone', () => {
  const tree = fromHtml('<h1>成功(PAYSCORE.USER_PAID)通知 v1.2 <a>A.B</a></h1><p>A.B</p>', { fragment: true })
  breakNames(tree)
  expect(toHtml(tree)).toBe('<h1>成功(PAYSCORE.<wbr>USER_<wbr>PAID)通知 v1.2 <a>A.B</a></h1><p>A.B</p>')
})
