import type { Catalog, Field } from '@wxpay-live/compiler/model'
import { expect, test } from 'vitest'
import { withTolerances } from '../../facts/tolerances.ts'

const json: Field = { name: 'json', type: 'object', required: true, description: '', sample: {} }

/** Returns the tolerances of an operation. */
function tolerated(method: 'GET' | 'POST', path: string) {
  const request = { path: [], query: [], headers: [], ...method === 'POST' && { json } }
  const common = { title: '', page: '', anchor: '', response: [], example: { path: {} }, references: [] }
  const catalog: Catalog = { operations: [{ method, path, request, ...common }], notifications: [] }
  return withTolerances(catalog).operations[0]!.tolerates
}

test('tolerates fields that only one source has', () => {
  expect(tolerated('POST', '/v3/refund/domestic/refunds')).toEqual(['/body/amount/refund_fee', '/body/goods_detail/sub_mchid'])
  expect(tolerated('GET', '/v3/pay/transactions/out-trade-no/{out_trade_no}')).toEqual(['/query/transaction_id'])
})

test('tolerates nothing if the sources agree', () => {
  expect(tolerated('POST', '/v3/pay/transactions/out-trade-no/{out_trade_no}/close')).toBeUndefined()
})

test('tolerates anything if no independent source describes the operation, or the facts do not have it', () => {
  expect(tolerated('POST', '/v3/payscore/smartretail-orders')).toBe(true)
  expect(tolerated('POST', '/v3/unknown')).toBe(true)
})
