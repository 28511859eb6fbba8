import { expect, it } from 'vitest'
import { nearestPages } from '../../search/nearest-pages.ts'

const sections = [
  'guide/index', 'openapi/v3/pay/transactions/jsapi', 'openapi/v3/pay/transactions/native',
  'openapi/v3/pay/transactions/id/{transaction_id}', 'product/refund',
].map(page => ({ page, anchor: '', titles: [page] }))

it.each([
  ['openapi/v3/pay/transactions/jspai.html', 'openapi/v3/pay/transactions/jsapi'],
  ['v3/pay/transactions/jsapi', 'openapi/v3/pay/transactions/jsapi'],
  ['OpenAPI/v3/pay/transaction/Native.html', 'openapi/v3/pay/transactions/native'],
  ['products/refund/', 'product/refund'],
  ['guide/index.htm', 'guide/index'],
])('finds the page of %s', async (path, page) => {
  expect((await nearestPages(path, sections))[0]?.page).toBe(page)
})

it('finds nothing for an address that no page has nearly', async () => {
  expect(await nearestPages('wiki/doc/apiv3/index.shtml', sections)).toEqual([])
})
