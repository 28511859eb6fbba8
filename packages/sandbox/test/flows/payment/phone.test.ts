import { createSign } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'
import { identity, now } from '../../support/identity.ts'

const appid = 'wxd678efh567hg6787'
const order = {
  appid, mchid: identity.mchid, description: '矿泉水', out_trade_no: 'ORDER_A1', notify_url: 'https://shop.example/notify',
  amount: { total: 1 }, payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
}
const timeStamp = String(now() / 1000)
const nonceStr = '5K8264ILTKCH16CQ2502SI8ZNMTM67VS'

const api = openFlow()
beforeEach(() => api.control.reset())

/** Signs with Node's OpenSSL, as the page of each way to pay describes it. */
const sign = (...lines: string[]) =>
  createSign('RSA-SHA256').update(lines.map(line => `${line}\n`).join('')).sign(identity.privateKey, 'base64')

async function prepay(way = 'jsapi', change: object = {}) {
  const { body } = await api.post(`/v3/pay/transactions/${way}`, { ...order, ...change })
  return String(body.prepay_id)
}

function jsapi(prepayId: string, by = appid) {
  const pkg = `prepay_id=${prepayId}`
  return { appId: by, timeStamp, nonceStr, package: pkg, signType: 'RSA', paySign: sign(by, timeStamp, nonceStr, pkg) }
}

const app = (prepayId: string) => ({
  appid, partnerid: identity.mchid, prepayid: prepayId, package: 'Sign=WXPay', noncestr: nonceStr, timestamp: timeStamp,
  sign: sign(appid, timeStamp, nonceStr, prepayId),
})

const refusalOf = (params: Record<string, string>, key?: string) =>
  api.control.pay({ params, key }).catch((error: { finding?: { name: string }, message: string }) =>
    error.finding?.name ?? error.message)

describe('pays with', () => {
  test('the parameters of a page, which name the order', async () => {
    const first = jsapi(await prepay())
    await prepay('jsapi', { out_trade_no: 'ORDER_A2' })
    expect(await api.control.pay({ params: first })).toMatchObject([{ key: 'ORDER_A1', data: { trade_state: 'SUCCESS' } }])
    expect((await api.control.state()).map(({ key, state }) => [key, state])).toContainEqual(['ORDER_A2', 'NOTPAY'])
    expect(await api.control.notifications()).toHaveLength(1)
  })

  test('those of a mini program, without an appid', async () => {
    const { appId, ...params } = jsapi(await prepay())
    expect(appId).toBe(appid)
    expect(await api.control.pay({ key: 'ORDER_A1', params })).toMatchObject([{ key: 'ORDER_A1', state: 'SUCCESS' }])
  })

  test('those of an app', async () => {
    expect(await api.control.pay({ params: app(await prepay('app')) })).toMatchObject([{ state: 'SUCCESS' }])
  })

  test.each(['sp_appid', 'sub_appid'])('those of a partner, signed with %s', async (by) => {
    const { body } = await api.post('/v3/pay/partner/transactions/jsapi', {
      sp_appid: 'wxsp0000000000001', sp_mchid: identity.mchid, sub_appid: 'wxsub000000000001', sub_mchid: '1900000110',
      description: '矿泉水', out_trade_no: 'ORDER_A1', notify_url: 'https://shop.example/notify', amount: { total: 1 },
      payer: { sub_openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
    })
    const signer = by === 'sp_appid' ? 'wxsp0000000000001' : 'wxsub000000000001'
    expect(await api.control.pay({ params: jsapi(String(body.prepay_id), signer) })).toMatchObject([{ state: 'SUCCESS' }])
  })

  test('those of a combined order', async () => {
    const { body } = await api.post('/v3/combine-transactions/jsapi', {
      combine_appid: appid, combine_mchid: identity.mchid, combine_out_trade_no: 'WHOLE_A1',
      combine_payer_info: { openid: 'o1' }, notify_url: 'https://shop.example/notify',
      sub_orders: ['PART_A1', 'PART_A2'].map(out_trade_no => ({
        mchid: identity.mchid, attach: 'x', amount: { total_amount: 1, currency: 'CNY' }, out_trade_no, description: '矿泉水',
      })),
    })
    const paid = await api.control.pay({ params: jsapi(String(body.prepay_id)) })
    expect(paid).toMatchObject([{ kind: 'combine-transaction', key: 'WHOLE_A1', state: 'SUCCESS' }])
  })
})

describe('refuses', () => {
  test('a signature without its last line end, and shows both strings', async () => {
    const params = jsapi(await prepay())
    const message = [appid, timeStamp, nonceStr, params.package].join('\n')
    const paySign = createSign('RSA-SHA256').update(message).sign(identity.privateKey, 'base64')
    await expect(api.control.pay({ params: { ...params, paySign } })).rejects.toMatchObject({
      name: 'PhoneRefusal', message: 'the phone refuses the payment: last-newline-missing',
      finding: { name: 'last-newline-missing', explain: expect.stringContaining('换行'), expected: `${message}\n`, signed: message },
    })
    expect(await api.control.notifications()).toEqual([])
  })

  test('what a real phone refuses', async () => {
    const id = await prepay()
    expect(await refusalOf(jsapi(id, 'wx0000000000000001'))).toBe('other-appid')
    expect(await refusalOf({ ...jsapi(id), package: id }, 'ORDER_A1')).toBe('prepay-id-prefix-missing')
    expect(await refusalOf({ ...jsapi(id), paySign: 'x' })).toBe('not-rsa')
    expect(await refusalOf({ ...jsapi(id), signType: 'MD5' })).toBe('sign-type')
    expect(await refusalOf({ ...jsapi(id), nonceStr: 'another' })).toBe('other-message')
  })

  test('a prepay_id of another order, and an invented one', async () => {
    const other = await prepay('jsapi', { out_trade_no: 'ORDER_A2' })
    await prepay()
    expect(await refusalOf(jsapi(other), 'ORDER_A1')).toBe('prepay-id-unknown')
    expect(await refusalOf(jsapi('wx201410272009395522657a690389285100'))).toBe('prepay-id-unknown')
    expect(await refusalOf(jsapi(other), 'ORDER_A3')).toBe('no order has the key ORDER_A3')
  })

  test('a prepay_id after two hours, until the order is repeated', async () => {
    const id = await prepay()
    api.control.clock.advance(2 * 3_600_000)
    expect(await refusalOf({ ...jsapi(id), paySign: 'x' })).toBe('not-rsa')
    api.control.clock.advance(1000)
    expect(await refusalOf(jsapi(id))).toBe('prepay-id-expired')
    expect(await api.control.pay({ params: jsapi(await prepay()) })).toMatchObject([{ state: 'SUCCESS' }])
  })

  test('an order of another way to pay', async () => {
    expect(await refusalOf(app(await prepay()))).toBe('trade-type')
    expect(await refusalOf(jsapi(await prepay('app', { out_trade_no: 'ORDER_A2' })))).toBe('trade-type')
  })

  test('an order that is paid', async () => {
    const params = jsapi(await prepay())
    await api.control.pay({ params })
    expect(await refusalOf(params)).toBe('nothing waits to pay under the key ORDER_A1')
  })

  test('parameters of something else', async () => {
    await prepay()
    expect(await refusalOf({ prepay_id: 'x' })).toBe('params are not those of a payment, pay score, a transfer, coupons or parking fees on a phone')
  })
})
