import { describe, expect, it } from 'vitest'
import { tokenize, tokenizeWithParts } from '../../search/tokenize.ts'

describe('tokenize', () => {
  it.each([
    ['智慧零售', ['智慧', '慧零', '零售']],
    ['退', ['退']],
    ['JSAPI下单', ['jsapi', '下单']],
    ['out_trade_no', ['outtradeno']],
    ['outTradeNo', ['outtradeno']],
    ['ORDER_CLOSED', ['orderclosed']],
    ['smartretail-orders', ['smartretailorders']],
    ['TRANSACTION.SUCCESS', ['transactionsuccess']],
    ['单位分，默认 100。', ['单位', '位分', '默认', '100']],
    ['{out_order_no}', ['outorderno']],
    ['', []],
  ])('splits %j', (text, words) => {
    expect(tokenize(text)).toEqual(words)
  })

  it.each([
    '/v3/payscore/smartretail-orders/{out_order_no}/cancel',
    'v3/payscore/smartretail-orders/{out_order_no}/cancel',
    '/v3/payscore/smartretail-orders/1234323JKHDFE1243252/cancel?mchid=1900000109',
    '/v3/payscore/smartretail-orders/%7Bout_order_no%7D/cancel#post',
    'https://api.mch.weixin.qq.com/v3/payscore/smartretail-orders/1234323JKHDFE1243252/cancel',
    'https://api.mch.weixin.qq.com/hk/v3/payscore/smartretail-orders/20260312/cancel',
  ])('turns %s into one word', (url) => {
    expect(tokenize(url)).toEqual(['v3/payscore/smartretail-orders/{}/cancel'])
  })

  it('splits a URL and words', () => {
    expect(tokenize('POST /v3/refund/domestic/refunds 退款')).toEqual(['v3/refund/domestic/refunds', 'post', '退款'])
  })
})

describe('tokenizeWithParts', () => {
  it.each([
    ['out_trade_no', ['outtradeno', 'tradeno']],
    ['notify_url', ['notifyurl', 'url']],
    ['getBrandWCPayRequest', ['getbrandwcpayrequest', 'brandwcpay', 'wcpayrequest', 'request']],
    ['smartretail-orders', ['smartretailorders', 'orders']],
    ['TRANSACTION.SUCCESS', ['transactionsuccess', 'success']],
    ['appid 退款', ['appid', '退款']],
  ])('adds the parts of %s', (text, words) => {
    expect(tokenizeWithParts(text)).toEqual(words)
  })
})
