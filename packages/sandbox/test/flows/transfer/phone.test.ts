import { beforeEach, describe, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'
import { identity } from '../../support/identity.ts'

const appId = 'wxd678efh567hg6787'
const api = openFlow()
beforeEach(() => api.control.reset())

async function request(out_bill_no = 'T1') {
  const { body } = await api.post('/v3/fund-app/mch-transfer/transfer-bills', {
    appid: appId, out_bill_no, openid: 'o1', transfer_amount: 500, transfer_remark: '赔付', transfer_scene_id: '1011',
    transfer_scene_report_infos: [{ info_type: '赔付原因', info_content: '破损' }],
  })
  return { mchId: identity.mchid, appId, package: String(body.package_info) }
}

const refusalOf = (params: Record<string, string>) =>
  api.control.pay({ params }).catch((error: { finding?: { name: string }, message: string }) =>
    error.finding?.name ?? error.message)

test('receives the transfer that the parameters name, and no other', async () => {
  await request('T0')
  expect(await api.control.pay({ params: await request() })).toMatchObject([{ kind: 'transfer', key: 'T1', state: 'SUCCESS' }])
  expect((await api.control.state()).map(({ key, state }) => [key, state])).toContainEqual(['T0', 'WAIT_USER_CONFIRM'])
})

test('takes the query of an app, if its values are encoded', async () => {
  const params = await request()
  const query = new URLSearchParams(params).toString()
  const businessType = 'requestMerchantTransfer'
  const raw = Object.entries(params).map(pair => pair.join('=')).join('&')
  expect(await refusalOf({ businessType, query: raw })).toBe('package-not-url-encoded')
  expect(await api.control.pay({ params: { businessType, query } })).toMatchObject([{ state: 'SUCCESS' }])
})

describe('refuses', () => {
  test.each([
    ['another appid', { appId: 'wx0000000000000001' }, 'other-appid'],
    ['another merchant', { mchId: '1900000110' }, 'other-mchid'],
    ['an encoded package', { package: 'affff%3D%3DT1' }, 'package-url-encoded'],
    ['an invented package', { package: 'affff==T2' }, 'package-unknown'],
  ])('%s', async (_, change, name) => {
    expect(await refusalOf({ ...await request(), ...change })).toBe(name)
  })

  test('appid for appId', async () => {
    const { appId, ...params } = await request()
    expect(await refusalOf({ ...params, appid: appId })).toBe('other-appid')
  })

  test('what was received', async () => {
    const params = await request()
    await api.control.pay({ params })
    expect(await refusalOf(params)).toMatch(/^nothing waits to confirm/)
  })
})
