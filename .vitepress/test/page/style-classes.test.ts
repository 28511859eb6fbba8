import { expect, it } from 'vitest'
import { withStyleClasses } from '../../page/style-classes.ts'

it('gives each style of code a class of the page', () => {
  expect(withStyleClasses('<b style="--shiki-x:1">a</b><span style="--shiki-light:#1">b</span><span style="--shiki-light:#2">c</span><span style="--shiki-light:#1">d</span>'))
    .toBe('<style>.s0{--shiki-light:#1}.s1{--shiki-light:#2}</style><b style="--shiki-x:1">a</b><span class="s0">b</span><span class="s1">c</span><span class="s0">d</span>')
})

it('adds nothing to a page without code', () => {
  expect(withStyleClasses('<p>a</p>')).toBe('<p>a</p>')
})

it('gives what shapes of a drawing look like a class, beside what a rule cannot state', () => {
  const line = '<line x1="1" y1="2" stroke="var(--_line)" stroke-width="1" marker-end="url(#a)"/>'
  expect(withStyleClasses(`<svg>${line}${line}<text x="1" font-size="11">fill="1"</text></svg>`)).toBe(
    '<style>.s0{stroke:var(--_line);stroke-width:1;marker-end:url(#a)}.s1{font-size:11px}</style>'
    + '<svg><line class="s0" x1="1" y1="2"/><line class="s0" x1="1" y1="2"/><text class="s1" x="1">fill="1"</text></svg>',
  )
})
