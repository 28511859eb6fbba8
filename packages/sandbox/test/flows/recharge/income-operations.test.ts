import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

const sub_mchid = '1900000118'
const own = '/v3/merchantfund/merchant/income-records'
const ofSubMerchant = '/v3/merchantfund/partner/income-records'

let api: ReturnType<typeof openFlow>

/** Three transfers to the merchant, and to its sub-merchant one by transfer and one by code. */
beforeEach(async () => {
  api = openFlow()
  for (const out_recharge_no of ['C1', 'C2', 'C3']) {
    await api.post('/v3/recharge/bank-transfer-recharges/apply', {
      out_recharge_no, recharge_scene: 'NORMAL_BANK_TRANSFER', account_type: 'OPERATION', recharge_amount: { amount: 500 },
    })
  }
  for (const [out_recharge_no, channel] of [['C4', 'BANK_TRANSFER'], ['C5', 'QR_RECHARGE']]) {
    await api.post('/v3/platsolution/ecommerce/recharges/apply', {
      sub_mchid, out_recharge_no, recharge_scene: 'ECOMMERCE_PAYMENT', account_type: 'OPERATION',
      recharge_amount: { amount: 700 }, available_recharge_channels: [channel],
    })
  }
  await api.control.pay()
})

const query = { account_type: 'OPERATION', date: '2025-01-02', limit: 2 }
interface Shown {
  total_count: number
  limit: number
  data: { recharge_remark: string, amount: number }[]
  links: { next: string, prev: string, self: string }
}
const list = async (path: string, change = {}) =>
  (await api.get(path, { query: { ...query, ...change } })).body as unknown as Shown

test('lists what banks brought to the merchant, page by page', async () => {
  const first = await list(own)
  expect(first).toMatchObject({ total_count: 3, data: [{ recharge_remark: 'C1', amount: 500 }, { recharge_remark: 'C2' }], links: { prev: '' } })
  expect(first.links.next).toBe(`${own}?account_type=OPERATION&date=2025-01-02&limit=2&offset=2`)
  const second = await list(own, { offset: 2 })
  expect(second.data.map(({ recharge_remark }) => recharge_remark)).toEqual(['C3'])
  expect([first.limit, second.limit]).toEqual([2, 1])
  expect(second.links).toMatchObject({ next: '', prev: expect.stringContaining('offset=0') })
})

test('lists only transfers of the sub-merchant', async () => {
  expect((await list(ofSubMerchant, { sub_mchid })).data).toMatchObject([{ recharge_remark: 'C4', amount: 700 }])
  expect((await list(ofSubMerchant, { sub_mchid: '1900000119' })).total_count).toBe(0)
})

test('lists nothing of another day or account', async () => {
  expect((await list(own, { date: '2025-01-03' })).data).toEqual([])
  expect((await list(own, { account_type: 'BASIC' })).data).toEqual([])
})
