import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/values/json.ts'
import { events, openFlow } from '../../support/flow.ts'
import { identity } from '../../support/identity.ts'

const mchid = identity.mchid
const favor = '/v3/marketing/favor'
let api: ReturnType<typeof openFlow>
beforeEach(() => {
  api = openFlow()
})

/** Signs members as APIv2 does, by Node's OpenSSL. */
const signatureOf = (members: Record<string, string>, key = identity.apiv2Key!) => {
  const pairs = Object.entries(members).map(pair => pair.join('=')).sort().join('&')
  return createHmac('sha256', key).update(`${pairs}&key=${key}`).digest('hex').toUpperCase()
}

type Coupon = Record<string, string>

/** The properties of the plugin. */
function plugin(coupons: Coupon[], send_coupon_merchant = mchid, key = identity.apiv2Key!) {
  const numbered = coupons.flatMap((coupon, position) =>
    Object.entries(coupon).map(([name, value]) => [`${name}${position}`, value]))
  const sign = signatureOf({ ...Object.fromEntries(numbered), send_coupon_merchant }, key)
  return { send_coupon_params: coupons, send_coupon_merchant, sign }
}

/** The page of a merchant's coupon. */
function page(change: object = {}, fragment = '#wechat_pay&wechat_redirect') {
  const members = { stock_id: '1211', out_request_no: 'C1', send_coupon_merchant: mchid, open_id: 'o1', ...change }
  const query = new URLSearchParams({ ...members, sign: signatureOf(members) })
  return { url: `https://action.weixin.qq.com/busifavor/getcouponinfo?${query}${fragment}` }
}

type Refused = { finding: { name: string, explain: string } }

const refusalOf = (params: JsonObject) =>
  api.control.pay({ params }).catch(({ finding: { name, explain } }: Refused) => [name, explain])

const nameOf = async (params: JsonObject) => (await refusalOf(params))[0]

/** Creates a batch of cash coupons. */
async function createStock(isStarted = true) {
  const { body } = await api.post(`${favor}/coupon-stocks`, {
    stock_name: '早餐券', belong_merchant: mchid, out_request_no: 'F1', no_cash: false,
    available_begin_time: '2025-01-01T00:00:00+08:00', available_end_time: '2025-02-01T00:00:00+08:00',
    stock_use_rule: { max_coupons: 2, max_coupons_per_user: 1 },
    coupon_use_rule: { fixed_normal_coupon: { coupon_amount: 100, transaction_minimum: 200 } },
  })
  const stock_id = String(body.stock_id)
  if (isStarted) await api.post(`${favor}/stocks/{stock_id}/start`, { stock_creator_mchid: mchid }, { stock_id })
  return stock_id
}

const cash = (stock_id: string, out_request_no: string) =>
  ({ stock_id, out_request_no, create_coupon_merchant: mchid })

describe('the plugin', () => {
  test('sends cash coupons, which a query of the user finds, without a notification', async () => {
    const params = plugin([cash(await createStock(), 'C1')])
    const [resource] = await api.control.pay({ params })
    expect(resource).toMatchObject({ kind: 'favor-coupon', state: 'SENDED', data: { out_request_no: 'C1' } })
    const { openid } = resource!.data as { openid: string }
    const { body } = await api.get(`${favor}/users/{openid}/coupons`, { openid, query: { appid: 'wx1' } })
    expect(body).toMatchObject({ data: [{ coupon_id: resource!.key }], total_count: 1 })
    expect(await events(api)).toEqual([])
  })

  test('sends merchant coupons, each with a notification', async () => {
    const coupons = [{ stock_id: '1211', out_request_no: 'C1' }, { stock_id: '1212', out_request_no: 'C2', coupon_code: 'CODE2' }]
    const taken = await api.control.pay({ params: plugin(coupons) })
    expect(taken).toMatchObject([{ kind: 'busifavor-coupon', state: 'SENDED' }, { key: 'CODE2' }])
    expect(await events(api)).toEqual(['COUPON.SEND', 'COUPON.SEND'])
    const [first] = await api.control.notifications()
    expect(first).toMatchObject({ resource: { stock_id: '1211', send_channel: 'BUSICOUPON_SEND_CHANNEL_MINIAPP' } })
  })

  test('does not send a coupon again for the same out_request_no', async () => {
    const params = plugin([cash(await createStock(), 'C1'), { stock_id: '1211', out_request_no: 'C1' }])
    const taken = await api.control.pay({ params })
    expect(await api.control.pay({ params })).toEqual(taken)
    expect(await events(api)).toEqual(['COUPON.SEND'])
  })

  test.each<[string, (stock_id: string) => Coupon[], RegExp]>([
    ['of an unknown batch', () => [cash('1', 'C1')], /批次不存在.*FAILED/],
    ['over the limit of a user', stock_id => [cash(stock_id, 'C1'), cash(stock_id, 'C2')], /上限.*MAXQUOTA/],
  ])('refuses coupons %s with the code of the plugin, and sends none', async (_, couponsOf, explain) => {
    const stock_id = await createStock()
    expect(await refusalOf(plugin(couponsOf(stock_id)))).toEqual(['coupon-refused', expect.stringMatching(explain)])
    expect((await api.control.state()).map(({ kind }) => kind)).toEqual(['favor-stock'])
  })

  test('refuses a batch that is not active', async () => {
    const params = plugin([cash(await createStock(false), 'C1')])
    expect(await refusalOf(params)).toEqual(['coupon-refused', expect.stringContaining('NOTRUNNING')])
  })

  test('refuses wrong signatures and other merchants', async () => {
    const coupons = [{ stock_id: '1211', out_request_no: 'C1' }]
    const right = plugin(coupons)
    expect(await nameOf(plugin(coupons, mchid, 'k'.repeat(32)))).toBe('other-message')
    expect(await nameOf(plugin(coupons, mchid, identity.secret))).toBe('apiv3-key-used')
    expect(await nameOf({ ...right, sign: signatureOf({ ...coupons[0]!, send_coupon_merchant: mchid }) })).toBe('coupon-numbers')
    expect(await nameOf({ ...right, send_coupon_params: [cash('1211', 'C1')] })).toBe('coupon-member-unsigned')
    expect(await nameOf(plugin(coupons, '1900000110'))).toBe('other-mchid')
    const { sign, ...unsigned } = right
    expect(sign).toMatch(/^[\dA-F]{64}$/)
    expect(await nameOf(unsigned)).toBe('part-missing')
    expect(await api.control.state()).toEqual([])
  })
})

describe('the page', () => {
  test('sends a merchant coupon to the user of its URL', async () => {
    expect(await api.control.pay({ params: page() })).toMatchObject([{ kind: 'busifavor-coupon', state: 'SENDED' }])
    expect(await api.control.notifications()).toMatchObject([{
      event_type: 'COUPON.SEND', resource: { openid: 'o1', stock_id: '1211', send_channel: 'BUSICOUPON_SEND_CHANNEL_H5' },
    }])
  })

  test('refuses a URL without its fragment, or changed after it was signed', async () => {
    expect(await refusalOf(page({}, ''))).toEqual(['coupon-fragment-missing', expect.stringContaining('268435461')])
    expect(await nameOf(page({}, '#wechat_redirect'))).toBe('coupon-fragment-missing')
    expect(await nameOf({ url: page().url.replace('C1', 'C2') })).toBe('other-message')
  })
})
