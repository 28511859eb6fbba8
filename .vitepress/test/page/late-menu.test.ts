import { expect, it } from 'vitest'
import { withoutProducts } from '../../page/late-menu.ts'

it('empties the list of products, which the browser may fill', () => {
  const html = '<ul class="list"><li><div class="VPMenu" data-v-1><ul class="items" data-v-1><!--[--><li>a</li><!--]--></ul></div></li></ul>'
  expect(withoutProducts(html)).toBe('<ul class="list"><li><div class="VPMenu" data-v-1>'
    + '<ul class="items" data-v-1 data-allow-mismatch="children"></ul></div></li></ul>')
})

it('changes nothing on a site without products', () => {
  expect(withoutProducts('<ul class="items"><li>a</li></ul>')).toBe('<ul class="items"><li>a</li></ul>')
})
