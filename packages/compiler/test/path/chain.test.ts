import { describe, expect, test } from 'vitest'
import { toPath, toProperties, variablesOf } from '../../src/path/chain.ts'
import { facts } from '../support/facts.ts'

describe('a path', () => {
  test.each([
    ['/v3/payscore/smartretail-orders/{out_order_no}/cancel', ['v3', 'payscore', 'smartretailOrders', '_out_order_no_', 'cancel']],
    ['/v3/merchant-service/complaints-v2', ['v3', 'merchantService', 'complaintsV2']],
    ['/v3/marketing/favor/coupons/', ['v3', 'marketing', 'favor', 'coupons', '_empty_']],
    ['/v3/pay-2/x', ['v3', 'pay-2', 'x']],
    ['/v3/merchant_service/apply4sub', ['v3', 'merchant_service', 'apply4sub']],
  ])('converts to a chain and back: %s', (path, steps) => {
    expect(toProperties(path)).toEqual(steps)
    expect(toPath(steps)).toBe(path)
  })

  test('is built from steps that contain or start with slashes', () => {
    expect(toPath(['v3/pay/transactions/{id}', 'close'])).toBe('/v3/pay/transactions/{id}/close')
    expect(toPath(['/v3/certificates'])).toBe('/v3/certificates')
  })

  test('gets a lower-case first letter, as in the official library', () => {
    expect(toPath(['v3', 'SmartretailOrders'])).toBe('/v3/smartretail-orders')
  })

  test('lists its variables in order', () => {
    expect(variablesOf('/v3/{b}/x/{a}')).toEqual(['b', 'a'])
  })
})

test(`converts ${facts.length} known paths to their chains and back`, () => {
  for (const { path, chain } of facts) {
    if (path === null || chain === null) continue
    expect(toProperties(path).join('->')).toBe(chain)
    expect(toPath(chain.split('->'))).toBe(path)
  }
})
