import { expect, it } from 'vitest'
import { readRefusal } from '../../../theme/help/refusal.ts'

const exchange = (status: number, answer: unknown, url = 'https://a.test/v3/x?out_order_no=S1', sent: unknown = {}) => ({
  request: { method: 'POST', url, headers: {}, body: JSON.stringify(sent) },
  response: { status, headers: {}, body: JSON.stringify(answer) },
})

it('reads code, numbers of query and body, and the field', () => {
  const detail = { field: '/goods/0/goods_name', issue: 'x', location: 'body' }
  const refused = exchange(400, { code: 'PARAM_ERROR', message: '错', detail }, undefined, { out_trade_no: 'A1', appid: 'x' })
  expect(readRefusal([refused])).toEqual({
    code: 'PARAM_ERROR', message: '错', path: '/v3/x', field: 'goods.goods_name',
    numbers: { out_order_no: 'S1', out_trade_no: 'A1' },
  })
})

it('returns undefined for a success, a body that is not an error, and no exchange', () => {
  expect([[exchange(200, {})], [exchange(502, 'gateway')], []].map(readRefusal)).toEqual([undefined, undefined, undefined])
})
