import { describe, expect, it } from 'vitest'
import { choosePages, summarize } from './support/choose-pages.ts'
import type { PageFeatures } from './support/page-features.ts'

const none = { rows: 0, nesting: 0, operations: 0, forms: 0, programs: 0 }
const page = (file: string, kinds: string[], product?: string, sizes: Partial<PageFeatures['sizes']> = {}): PageFeatures => (
  { file, kinds, ...product && { product }, sizes: { ...none, ...sizes } }
)
const pages = [
  page('index.html', ['home']),
  page('a.html', ['GET'], '支付', { rows: 3 }),
  page('b.html', ['GET', 'encrypted'], '支付', { rows: 9, nesting: 2 }),
  page('c.html', ['GET'], '退款', { rows: 1 }),
  page('d.html', ['GET'], '退款', { rows: 2, nesting: 4 }),
  page('e.html', ['POST'], '账单', { rows: 2 }),
  page('f.html', ['GET'], '分账', { rows: 1 }),
  page('g.html', ['GET'], '分账', { rows: 2 }),
  ...Array.from({ length: 50 }, (_, index) => page(`more-${index}.html`, ['GET'], '支付', { rows: 1 })),
]
const filesOf = (count: number, seed = '1') => choosePages(pages, count, seed).map(({ file }) => file)

describe('the choice of pages', () => {
  it('begins with the extremes, then has a page of each kind and the longest page of each product', () => {
    expect(choosePages(pages, 5, '1')).toEqual([
      { file: 'b.html', because: 'most rows' },
      { file: 'd.html', because: 'most nesting' },
      { file: 'index.html', because: 'kind home' },
      { file: 'e.html', because: 'kind POST' },
      { file: 'g.html', because: 'product 分账' },
    ])
  })

  it('is filled up by the seed', () => {
    expect(filesOf(20)).toHaveLength(20)
    expect(new Set(filesOf(20))).toHaveLength(20)
    expect(filesOf(20)).toEqual(filesOf(20))
    expect(filesOf(20, '2').slice(0, 5)).toEqual(filesOf(20).slice(0, 5))
    expect(filesOf(20, '2')).not.toEqual(filesOf(20))
  })

  it('has every page if there are no more than asked for', () => {
    expect(filesOf(1000).toSorted()).toEqual(pages.map(({ file }) => file).toSorted())
  })

  it('is summed up in one line', () => {
    expect(summarize(choosePages(pages, 10, '1'), pages.length)).toBe('10 of 58 pages: 2 by most, 2 by kind, 1 by product, 5 by seed')
  })
})
