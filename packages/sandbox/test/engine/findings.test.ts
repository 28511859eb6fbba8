import type { Catalog } from '@wxpay-live/compiler/model'
import published from '@wxpay-live/openapi/catalog.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { findingsOf, routeBy } from '../../src/check.ts'

const route = routeBy(published as unknown as Catalog)
const { operation } = await route('POST', '/v3/pay/transactions/native')

const order = {
  appid: 'wx1', mchid: '1900000109', description: '商品', out_trade_no: 'ORDER_A1',
  notify_url: 'https://shop.example/notify', amount: { total: 1 },
}
const draft = (body: object) => ({ path: {}, query: {}, body: { ...order, ...body } })

test('finds nothing in a valid request', () => {
  expect(findingsOf(operation, draft({}), () => false)).toEqual([])
})

test('finds every fault, not only the first', () => {
  const found = findingsOf(operation, draft({ appid: undefined, amount: { total: '1' }, atach: 'a' }), () => false)
  expect(found).toEqual([
    { location: '/body/appid', issue: '此字段为必填项' },
    { location: '/body/amount/total', issue: '此字段需要整数，收到字符串' },
    { location: '/body/atach', issue: '接口没有这个字段', suggestion: 'attach' },
  ])
})

test('leaves open values alone, missing or not', () => {
  const open = ['/appid', '/amount/total']
  const request = draft({ appid: undefined, amount: { total: '1' } })
  expect(findingsOf(operation, request, ({ pointer }) => open.includes(pointer))).toEqual([])
})

test('checks path variables and query parameters as texts', async () => {
  const { operation } = await route('GET', '/v3/pay/transactions/out-trade-no/{out_trade_no}')
  const empty = { path: { out_trade_no: '' }, query: { mch_id: ['1'] }, body: undefined }
  const found = findingsOf(operation, empty, () => false)
  expect(found.map(({ location, suggestion }) => [location, suggestion])).toEqual([
    ['/uri_template/out_trade_no', undefined], ['/query/mchid', undefined], ['/query/mch_id', 'mchid'],
  ])
})
