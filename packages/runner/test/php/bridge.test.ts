import { describe, expect, it } from 'vitest'
import { type Call, type CallResult, createBridge } from '../../src/php/bridge.ts'
import { type Answer, settings, signed } from '../support/platform.ts'

const call: Call = {
  method: 'get',
  steps: ['v3', 'payscore', 'smartretailOrders', '_out_order_no_'],
  variables: { out_order_no: '1', timeout: '3' },
  headers: {},
  query: null,
  body: null,
  signed: null,
  time: Date.now() / 1000,
  baseUri: null,
}

/** The result of a call, with this response of the platform. */
function send(json: string, answer: Answer | Error = {}): CallResult {
  const fetchSync = () => {
    if (answer instanceof Error) throw answer
    return signed(answer)
  }
  const bridge = createBridge({ client: { ...settings, fetchSync }, samples: {}, onSample: () => {} })
  return JSON.parse(bridge(json)) as CallResult
}

describe('the result of a call', () => {
  it('has the request and the response in base64 for a success', () => {
    expect(send(JSON.stringify(call), { body: '{"名":1}' })).toMatchObject({
      request: { method: 'GET', url: 'https://api.mch.weixin.qq.com/v3/payscore/smartretail-orders/1' },
      response: { status: 200, body: Buffer.from('{"名":1}').toString('base64') },
      distrust: null,
      failure: null,
    })
  })

  it('has the response and the error for a refusal', () => {
    expect(send(JSON.stringify(call), { status: 404, body: '{"code":"NOT_FOUND","message":"no"}' }))
      .toMatchObject({ response: { status: 404 }, distrust: null, failure: expect.stringContaining('NOT_FOUND') })
  })

  it('has the reason for an invalid signature', () => {
    expect(send(JSON.stringify(call), { headers: { 'wechatpay-serial': 'EE' } }).distrust).toMatch(/^Wechatpay-Serial "EE"/)
  })

  it('has the request and the error without a response', () => {
    expect(send(JSON.stringify(call), new TypeError('connection refused')))
      .toMatchObject({ request: { method: 'GET' }, response: null, failure: expect.stringContaining('connection refused') })
  })

  it.each([
    ['a call that is no JSON', '{'],
    ['a call that says nothing', '{}'],
    ['an empty path', JSON.stringify({ ...call, steps: [] })],
    ['an empty variable', JSON.stringify({ ...call, variables: {} })],
    ['a header that cannot be sent', JSON.stringify({ ...call, headers: { 'X-A': 'a\nb' } })],
    ['an access point that is none', JSON.stringify({ ...call, baseUri: 'nowhere' })],
  ])('has an error instead of throwing for %s', (_, json) => {
    expect(send(json)).toMatchObject({ request: null, response: null, failure: expect.stringMatching(/./) })
  })
})
