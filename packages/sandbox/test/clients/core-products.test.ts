import { createHash } from 'node:crypto'
import { createClient } from '@wxpay-live/client'
import { expect, test } from 'vitest'
import { clientSettings } from '../../src/index.ts'
import { flowCatalog } from '../support/flow-catalog.ts'
import { identity } from '../support/identity.ts'
import { startMerchant } from '../support/merchant.ts'
import { control, startServer } from '../support/server.ts'
import { op, table } from '../support/tables.ts'

/** An operation of an access point with a path. */
const settlements = { ...op('GET /v3/settle/settlements', table('total_count')), baseUri: 'https://api.mch.weixin.qq.com/hk/' }

/** Starts a sandbox and its merchant's server, and creates our client for it. */
async function open() {
  const merchant = await startMerchant()
  const server = await startServer({ catalog: { operations: [...flowCatalog.operations, settlements] } })
  const clientAt = (path: string) => createClient({ ...clientSettings(identity), baseUrl: `${server.url}${path}` })
  return { merchant, server, clientAt, wxpay: clientAt('/') }
}

const events = async (next: () => Promise<{ body: string }>) =>
  (JSON.parse((await next()).body) as { event_type: string }).event_type

test('confirms a transfer, notifies of it and offers its receipt', async () => {
  const { merchant, server, wxpay } = await open()
  await wxpay.chain('v3/fund-app/mch-transfer/transfer-bills').postAsync({ json: {
    appid: 'wx1', out_bill_no: 'T1', openid: 'o1', transfer_amount: 100, transfer_remark: '奖金', notify_url: merchant.url,
  } })
  await control(server, 'POST', '/advance', { kind: 'transfer', key: 'T1' })
  expect(await events(merchant.next)).toBe('MCHTRANSFER.BILL.FINISHED')
  await wxpay.chain('v3/fund-app/mch-transfer/elecsign/out-bill-no').postAsync({ json: { out_bill_no: 'T1' } })
  const receipt = await wxpay.chain('v3/fund-app/mch-transfer/elecsign/out-bill-no/{out_bill_no}').getAsync({ out_bill_no: 'T1' })
  const { download_url, hash_type, hash_value } = await receipt.json() as Record<string, string>
  const query = Object.fromEntries(new URL(download_url!).searchParams)
  const file = await wxpay.chain('v3/transferdownload/signfile').getAsync({ query, hash: { hash_type: hash_type!, hash_value: hash_value! } })
  const bytes = Buffer.from(await file.arrayBuffer())
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash_value)
})

test('sends a coupon, and notifies of its use', async () => {
  const { merchant, server, wxpay } = await open()
  const favor = 'v3/marketing/favor'
  await wxpay.chain(`${favor}/callbacks`).postAsync({ json: { mchid: identity.mchid, notify_url: merchant.url } })
  const created = await wxpay.chain(`${favor}/coupon-stocks`).postAsync({ json: {
    stock_name: '早餐券', out_request_no: 'F1', belong_merchant: identity.mchid, available_end_time: '2099-01-01T00:00:00+08:00',
    stock_use_rule: { max_coupons: 100, max_amount: 10_000, max_coupons_per_user: 10 }, coupon_use_rule: {},
  } })
  const { stock_id } = await created.json() as Record<string, string>
  await wxpay.chain(`${favor}/stocks/{stock_id}/start`).postAsync({ stock_id, json: { stock_creator_mchid: identity.mchid } })
  await wxpay.chain(`${favor}/users/{openid}/coupons`).postAsync({ openid: 'o1', json: { stock_id, out_request_no: 'F11', appid: 'wx1' } })
  await control(server, 'POST', '/advance', { kind: 'favor-coupon' })
  expect(await events(merchant.next)).toBe('COUPON.USE')
})

test('verifies the path of an access point in the signature', async () => {
  const { clientAt } = await open()
  const response = await clientAt('/hk/').chain('v3/settle/settlements').getAsync()
  expect(await response.json()).toHaveProperty('total_count')
})

test('converts the payment of an overseas order', async () => {
  const { merchant, server, wxpay } = await open()
  const query = { mchid: identity.mchid }
  await wxpay.chain('v3/global/transactions/native').postAsync({ json: {
    ...query, out_trade_no: 'ORDER_A1', notify_url: merchant.url, amount: { total: 1000, currency: 'HKD' },
  } })
  await control(server, 'POST', '/pay', { key: 'ORDER_A1' })
  expect(await events(merchant.next)).toBe('TRANSACTION.SUCCESS')
  const order = await wxpay.chain('v3/global/transactions/out-trade-no/{out_trade_no}').getAsync({ out_trade_no: 'ORDER_A1', query })
  expect(await order.json()).toMatchObject({ trade_state: 'SUCCESS', amount: { currency: 'HKD', payer_total: 920 } })
})

test('starts what only the user can start: an authorization for a mall', async () => {
  const { server, wxpay } = await open()
  await control(server, 'POST', '/advance', { kind: 'mall-authorization', key: 'o1' })
  const response = await wxpay.chain('v3/businesscircle/user-authorizations/{openid}').getAsync({ openid: 'o1', query: { appid: 'wx1' } })
  expect(await response.json()).toMatchObject({ authorize_state: 'AUTHORIZED' })
})
