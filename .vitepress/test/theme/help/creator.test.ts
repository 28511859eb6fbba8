import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Catalog } from '@wxpay-live/compiler/model'
import { expect, it } from 'vitest'
import { creatingCode, findCreator } from '../../../theme/help/creator.ts'

const file = fileURLToPath(import.meta.resolve('@wxpay-live/openapi/catalog.json'))
const { operations }: Catalog = JSON.parse(readFileSync(file, 'utf8'))
const missing = { code: 'NOT_FOUND', message: '', field: undefined }

it.each([
  ['/v3/pay/transactions/out-trade-no/A1', {}, /^\/v3\/pay\/transactions\/\w+$/, { out_trade_no: 'A1' }],
  ['/v3/refund/domestic/refunds/R1', {}, /^\/v3\/refund\/domestic\/refunds$/, { out_refund_no: 'R1' }],
  ['/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/T1/cancel', {}, /\/transfer-bills$/, { out_bill_no: 'T1' }],
  ['/v3/refund/domestic/refunds', { out_trade_no: 'A1' }, /^\/v3\/.*pay\//, { out_trade_no: 'A1' }],
])('finds what creates the record of %s', (path, numbers, created, number) => {
  // What the page loads.
  const product = path.split('/')[2]!
  const loaded = operations.filter(operation => [product, 'pay'].includes(operation.path.split('/')[2]!))
  const creator = findCreator(loaded, { ...missing, path, numbers })
  expect(creator?.operation.path).toMatch(created)
  expect(creator?.number).toEqual(number)
  expect(creatingCode(creator!)).toContain(Object.values(number)[0])
})

it('finds nothing for a request without a number', () => {
  expect(findCreator(operations, { ...missing, path: '/v3/certificates', numbers: {} })).toBeUndefined()
})
