import type { Operation } from '@wxpay-live/compiler/model'
import { describe, expect, it } from 'vitest'
import { isBelow, segmentsOf } from '../../catalog/segments.ts'
import { splitCatalog } from '../../catalog/split.ts'

/** An operation of which two are too large for one part. */
const large = (path: string) => ({ path, description: 'x'.repeat(60 * 1024) }) as unknown as Operation
const small = (path: string) => ({ path }) as Operation

/** The paths of each part, by its name. */
const split = (operations: Operation[]) => Object.fromEntries(
  Array.from(splitCatalog(operations), ({ segments, operations }) => (
    [segments.join('/'), operations.map(({ path }) => path)]
  )))

describe('parts', () => {
  it('are divided only if they are too large', () => {
    expect(split([small('/v3/pay/a'), small('/v3/pay/b'), small('/brand/a')])).toEqual({
      v3: ['/v3/pay/a', '/v3/pay/b'],
      brand: ['/brand/a'],
    })
    expect(split([large('/v3/pay/a'), large('/v3/pay/b'), small('/v3/bill/a')])).toEqual({
      'v3/pay/a': ['/v3/pay/a'],
      'v3/pay/b': ['/v3/pay/b'],
      'v3/bill': ['/v3/bill/a'],
    })
  })

  it('keep a path that ends where others go on', () => {
    expect(split([large('/v3/orders'), large('/v3/orders/{id}/cancel'), large('/v3/orders/{no}')])).toEqual({
      'v3/orders': ['/v3/orders'],
      'v3/orders/{}': ['/v3/orders/{no}'],
      'v3/orders/{}/cancel': ['/v3/orders/{id}/cancel'],
    })
  })

  it('are not divided if a path could belong to two', () => {
    const operations = [large('/v3/orders/{id}'), large('/v3/orders/list'), large('/v3/orders/{id}/list')]
    expect(split(operations)).toEqual({ 'v3/orders': operations.map(({ path }) => path) })
  })

  it('hold one operation, however large it is', () => {
    const huge = { ...large('/v3/a'), title: 'x'.repeat(200 * 1024) }
    expect(split([huge, { ...huge }])).toEqual({ 'v3/a': ['/v3/a', '/v3/a'] })
  })
})

it.each([
  ['/v3/pay/transactions/id/{transaction_id}', ['v3', 'pay', 'transactions', 'id', '{}']],
  ['/hk/v3/refunds/id/1', ['v3', 'refunds', 'id', '1']],
  ['/v3/applyment4sub/applyment/', ['v3', 'applyment4sub', 'applyment']],
  ['/brand/marketing', ['brand', 'marketing']],
  ['/', []],
])('splits %j into segments', (path, segments) => {
  expect(segmentsOf(path)).toEqual(segments)
})

it.each([
  ['/v3/orders/1/cancel', '/v3/orders/{}', true],
  ['/v3/orders/1', '/v3/orders/{}', true],
  ['/v3/orders/', '/v3/orders/{}', false],
  ['/v3/orders', '/v3/orders', true],
  ['/v3/order', '/v3/orders', false],
])('knows that %j in the part %j is %j', (path, part, is) => {
  expect(isBelow(segmentsOf(path), segmentsOf(part))).toBe(is)
})
