import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/values/json.ts'
import { events, openFlow } from '../../support/flow.ts'
import { identity } from '../../support/identity.ts'

const apiv2Key = identity.apiv2Key!
const api = openFlow()
beforeEach(() => api.control.reset())

async function create(from = api) {
  const { body } = await from.post('/v3/payscore/serviceorder', {
    appid: 'wx1', service_id: '500001', out_order_no: 'S1', service_introduction: '充电宝',
    notify_url: 'https://shop.example/score', risk_fund: { name: 'DEPOSIT', amount: 500 },
    time_range: { start_time: 'OnAccept' },
  })
  return String(body.package)
}

const time = { nonce_str: 'N', sign_type: 'HMAC-SHA256', timestamp: '1735787045' }

/** Signs members as APIv2 does, by Node's OpenSSL. */
function signed(members: Record<string, string>, key = apiv2Key) {
  const pairs = Object.entries(members).map(pair => pair.join('=')).sort().join('&')
  return { ...members, sign: createHmac('sha256', key).update(`${pairs}&key=${key}`).digest('hex').toUpperCase() }
}

/** As pages before 2024 wanted it. */
const confirmation = (pkg: string, change: object = {}) =>
  ({ mch_id: identity.mchid, package: pkg, ...time, ...change })

const detail = (change: object = {}) =>
  ({ mch_id: identity.mchid, service_id: '500001', out_order_no: 'S1', ...time, ...change })

const refusalOf = (params: JsonObject, from = api) =>
  from.control.pay({ params }).catch((error: { finding?: { name: string }, message: string }) =>
    error.finding?.name ?? error.message)

describe('confirmation', () => {
  test('confirms the order of the package, signed or not', async () => {
    const businessType = 'wxpayScoreUse'
    expect(await api.control.pay({ params: { businessType, extraData: { package: await create() } } }))
      .toMatchObject([{ kind: 'payscore-order', key: 'S1' }])
    expect(await events(api)).toEqual(['PAYSCORE.USER_CONFIRM'])
    await api.control.reset()
    const extraData = signed(confirmation(await create()))
    expect(await api.control.pay({ params: { businessType, extraData } })).toMatchObject([{ key: 'S1' }])
  })

  test('refuses what is wrong', async () => {
    const pkg = await create()
    expect(await refusalOf(signed(confirmation(pkg), identity.secret))).toBe('apiv3-key-used')
    expect(await refusalOf(signed(confirmation(pkg), 'k'.repeat(32)))).toBe('other-message')
    expect(await refusalOf({ businessType: 'wxpayScoreUse', extraData: { package: 'invented' } })).toBe('package-unknown')
    expect(await refusalOf(signed(confirmation(pkg, { mch_id: '1900000110' })))).toBe('other-mchid')
    expect((await api.control.state()).map(({ state }) => state)).toEqual(['CREATED'])
  })

  test('does not check the HMAC of an identity without an APIv2 key', async () => {
    const { apiv2Key: left, ...older } = identity
    const other = openFlow({ identity: older })
    expect(left).toBe(apiv2Key)
    const pkg = await create(other)
    expect(await refusalOf(signed(confirmation(pkg), identity.secret), other)).toBe('apiv3-key-used')
    expect(await other.control.pay({ params: signed(confirmation(pkg), 'k'.repeat(32)) })).toMatchObject([{ key: 'S1' }])
  })
})

describe('details', () => {
  test('show the order and change nothing', async () => {
    await create()
    const params = signed(detail())
    const query = String(new URLSearchParams(params))
    expect(await api.control.pay({ params: { businessType: 'wxpayScoreDetail', extraData: params } }))
      .toMatchObject([{ kind: 'payscore-order', key: 'S1', state: 'CREATED' }])
    expect(await api.control.pay({ params: { businessType: 'wxpayScoreDetail', query } })).toMatchObject([{ state: 'CREATED' }])
    expect(await events(api)).toEqual([])
  })

  test('refuse what is wrong', async () => {
    await create()
    expect(await refusalOf(signed(detail(), 'k'.repeat(32)))).toBe('other-message')
    expect(await refusalOf({ ...signed(detail()), timestamp: '1735787046' })).toBe('other-message')
    expect(await refusalOf(signed(detail({ out_order_no: 'S2' })))).toBe('order-unknown')
    expect(await refusalOf(signed(detail({ service_id: '500002' })))).toBe('order-unknown')
    expect(await refusalOf(signed(detail({ mch_id: '1900000110' })))).toBe('other-mchid')
  })

  test('never tell a key', async () => {
    const error = await api.control.pay({ params: signed(detail(), 'k'.repeat(32)) }).catch(String)
    for (const key of [apiv2Key, identity.secret]) expect(JSON.stringify(error)).not.toContain(key)
  })
})

describe('authorization', () => {
  const apply = async () => {
    const { body } = await api.post('/v3/payscore/permissions', {
      appid: 'wx1', service_id: '500001', authorization_code: 'A1', notify_url: 'https://shop.example/score',
    })
    return { apply_permissions_token: String(body.apply_permissions_token) }
  }
  const businessType = 'wxpayScoreEnable'

  test.each(['extraData', 'query'])('opens the permission of the token: %s', async (form) => {
    const token = await apply()
    const params = { businessType, [form]: form === 'query' ? String(new URLSearchParams(token)) : token }
    expect(await api.control.pay({ params })).toMatchObject([{ kind: 'payscore-permission', key: 'A1', state: 'AVAILABLE' }])
    expect(await events(api)).toEqual(['PAYSCORE.USER_OPEN_SERVICE'])
  })

  test('is refused with another token or page', async () => {
    const extraData = await apply()
    expect(await refusalOf({ businessType, extraData: { apply_permissions_token: '1' } })).toBe('token-unknown')
    expect(await refusalOf({ businessType: 'wxpayScoreUse', extraData })).toBe('business-type')
  })

  test('is refused when the token is more than an hour old', async () => {
    const extraData = await apply()
    api.control.clock.advance(3_600_001)
    expect(await refusalOf({ businessType, extraData })).toBe('token-expired')
  })
})

describe('parking', () => {
  const extraData = { mchid: identity.mchid, openid: 'o1', plate_number: '粤B888888', plate_color: 'BLUE', trade_scene: 'PARKING' }
  const path = '/pages/auth-creditpay/auth-creditpay'
  const query = { appid: 'wx1', openid: 'o1', plate_number: '粤B888888', plate_color: 'BLUE' }
  const find = async () => (await api.get('/v3/vehicle/parking/services/find', { query })).body

  test.each([
    ['a mini program', { appId: 'wxbcad394b3d99dac9', path, extraData }],
    ['a page', { username: 'gh_518c42c65952', path: `${path}?${new URLSearchParams(extraData)}` }],
    ['an app without encoding', { path: `${path}?mchid=${identity.mchid}&openid=o1&plate_number=粤B888888&plate_color=BLUE` }],
  ])('opens the service of the plate from %s', async (_, params) => {
    expect(await find()).toEqual({ openid: 'o1', plate_number: '粤B888888', plate_color: 'BLUE', service_state: 'OUT_SERVICE' })
    expect(await api.control.pay({ params })).toMatchObject([{ kind: 'parking-plate', state: 'NORMAL' }])
    expect(await find()).toMatchObject({ service_state: 'NORMAL', service_open_time: '2025-01-02T11:04:05+08:00' })
    expect(await refusalOf(params)).toMatch(/^nothing waits to confirm/)
  })

  test.each([
    ['plate-invalid', { plate_number: '粤B 88888' }],
    ['plate-invalid', { plate_color: 'blue' }],
    ['other-mchid', { mchid: '1900000110' }],
  ])('is refused: %s', async (name, change) => {
    expect(await refusalOf({ path, extraData: { ...extraData, ...change } })).toBe(name)
    expect(await find()).toMatchObject({ service_state: 'OUT_SERVICE' })
  })
})

test('says what it does not open', async () => {
  expect(await refusalOf({ hello: 'x' })).toMatch(/^params are not those of a payment, pay score, a transfer, coupons or/)
})
