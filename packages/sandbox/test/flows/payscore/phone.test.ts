import { createHmac } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/values/json.ts'
import { openFlow } from '../../support/flow.ts'
import { identity } from '../../support/identity.ts'

const api = openFlow()
beforeEach(() => api.control.reset())

async function create() {
  const { body } = await api.post('/v3/payscore/serviceorder', {
    appid: 'wx1', service_id: '500001', out_order_no: 'S1', service_introduction: '充电宝',
    notify_url: 'https://shop.example/score', risk_fund: { name: 'DEPOSIT', amount: 500 },
    time_range: { start_time: 'OnAccept' },
  })
  return String(body.package)
}

/** As pages before 2024 wanted it. */
function signed(pkg: string, key: string) {
  const members = {
    mch_id: identity.mchid, nonce_str: 'N', package: pkg, sign_type: 'HMAC-SHA256', timestamp: '1735787045',
  }
  const pairs = Object.entries(members).map(pair => pair.join('=')).join('&')
  return { ...members, sign: createHmac('sha256', key).update(`${pairs}&key=${key}`).digest('hex').toUpperCase() }
}

const refusalOf = (params: JsonObject) =>
  api.control.pay({ params }).catch((error: { finding?: { name: string }, message: string }) =>
    error.finding?.name ?? error.message)

test('confirms the order of the package, signed or not', async () => {
  const businessType = 'wxpayScoreUse'
  expect(await api.control.pay({ params: { businessType, extraData: { package: await create() } } }))
    .toMatchObject([{ kind: 'payscore-order', key: 'S1' }])
  await api.control.reset()
  const extraData = signed(await create(), 'k'.repeat(32))
  expect(await api.control.pay({ params: { businessType, extraData } })).toMatchObject([{ key: 'S1' }])
})

test('refuses what is surely wrong', async () => {
  const pkg = await create()
  expect(await refusalOf(signed(pkg, identity.secret))).toBe('apiv3-key-used')
  expect(await refusalOf({ businessType: 'wxpayScoreUse', extraData: { package: 'invented' } })).toBe('package-unknown')
  expect(await refusalOf({ ...signed(pkg, 'k'.repeat(32)), mch_id: '1900000110' })).toBe('other-mchid')
  expect((await api.control.state()).map(({ state }) => state)).toEqual([expect.stringContaining('CREATED')])
})

test('says what it does not open', async () => {
  expect(await refusalOf({ hello: 'x' })).toMatch(/^params are not those of a payment, a pay-score order or a transfer/)
})
