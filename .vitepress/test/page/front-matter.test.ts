import { expect, it } from 'vitest'
import { toPageFrontMatter } from '../../page/front-matter.ts'

it('keeps what VitePress acts on', () => {
  const frontmatter = { title: '下单 <b>', description: '说明', sidebar: false, aside: 'left', outline: [2, 3], layout: 'home' }
  expect(toPageFrontMatter(frontmatter)).toEqual(frontmatter)
})

const given = (frontmatter: object) => JSON.parse(JSON.stringify(toPageFrontMatter(frontmatter)))

it.each([
  ['tags for the head', { head: [['script', {}, '1']] }],
  ['values of another type', { title: 5, description: null, layout: 'nope', sidebar: 1, outline: 'x', hero: 5 }],
  ['the data of the reference', { roles: ['直连商户'], rate: '600/min', verified: { date: '2026-01-01' } }],
])('drops %s', (_name, frontmatter) => {
  expect(given(frontmatter)).toEqual({})
})

it('returns nothing for anything but a mapping', () => {
  expect([null, 5, 'x', [1]].map(toPageFrontMatter)).toEqual([{}, {}, {}, {}])
})

it('escapes the texts that the theme inserts as HTML, and keeps only addresses of pages', () => {
  expect(toPageFrontMatter({
    hero: { name: '<img src=x onerror=1>', actions: [{ text: 'x', link: 'javascript:1' }, { text: 'y', link: '/a' }] },
    features: [{ title: '<i>', details: '<b>', link: 'data:text/html,x', icon: '<svg onload=1>' }],
  })).toEqual({
    hero: {
      name: '&#60;img src=x onerror=1&#62;',
      actions: [{ text: 'x', link: '#' }, { text: 'y', link: '/a' }],
    },
    features: [{ title: '&#60;i&#62;', details: '&#60;b&#62;' }],
  })
})
