import { describe, expect, it } from 'vitest'
import { numberAfter, offersFor, withNewNumbers } from '../../../theme/help/offers.ts'

const refusal = { path: '/v3/x', field: undefined, numbers: { out_trade_no: 'A0099' } }
const code = `post({ out_trade_no: 'A0099', attach: 'A0099x' })`

describe('offersFor', () => {
  it.each([
    ['OUT_TRADE_NO_USED', '商户订单号重复', ['换一个单号再运行', '重置沙箱']],
    ['ORDERPAID', '该订单已支付', ['换一个单号再运行', '重置沙箱']],
    ['ORDER_NOT_EXIST', '订单不存在', ['先下单', '重置沙箱']],
    ['RESOURCE_NOT_EXISTS', '退款单不存在', ['先下单', '重置沙箱']],
    ['PARAM_ERROR', '输入源校验失败', []],
  ])('offers what helps after %s %s', (reason, message, offers) => {
    expect(offersFor({ ...refusal, code: reason, message }, code, false)).toEqual(offers)
  })

  it.each([['INVALID_REQUEST', '订单未支付'], ['RESOURCE_NOT_EXISTS', '订单不存在']])(
    'offers to pay what waits for it after %s %s', (reason, message) => {
      expect(offersFor({ ...refusal, code: reason, message }, code, true)).toContain('替用户支付')
    },
  )

  it('offers no other number if the code does not write it', () => {
    expect(offersFor({ ...refusal, code: 'OUT_TRADE_NO_USED', message: '重复' }, 'post(order)', false)).toEqual(['重置沙箱'])
  })
})

it('replaces whole numbers only', () => {
  expect(withNewNumbers(code, refusal.numbers)).toBe(`post({ out_trade_no: 'A0100', attach: 'A0099x' })`)
})

it.each([['20260312094500000001', '20260312094500000002'], ['T9', 'T91'], ['abc', 'abc1'], ['a09', 'a10']])(
  'counts on from %s to %s', (number, next) => {
    expect(numberAfter(number)).toBe(next)
  },
)
