import { expect, it } from 'vitest'
import { withStyleClasses } from '../../page/style-classes.ts'

it('gives each style of code a class of the page', () => {
  expect(withStyleClasses('<b style="--shiki-x:1">a</b><span style="--shiki-light:#1">b</span><span style="--shiki-light:#2">c</span><span style="--shiki-light:#1">d</span>'))
    .toBe('<style>.s0{--shiki-light:#1}.s1{--shiki-light:#2}</style><b style="--shiki-x:1">a</b><span class="s0">b</span><span class="s1">c</span><span class="s0">d</span>')
})

it('adds nothing to a page without code', () => {
  expect(withStyleClasses('<p>a</p>')).toBe('<p>a</p>')
})
