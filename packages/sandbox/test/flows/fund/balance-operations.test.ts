import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

const day = 24 * 3_600_000
const sub_mchid = '1900000118'

let api: ReturnType<typeof openFlow>
let transaction_id: string

/** The platform earns 100, its sub-merchant 1000, of which all is frozen for sharing. */
beforeEach(async () => {
  api = openFlow()
  await api.post('/v3/pay/transactions/native', { appid: 'wx1', mchid: '1900000109', out_trade_no: 'ORDER_A1', amount: { total: 100 } })
  await api.post('/v3/pay/partner/transactions/native', {
    sp_appid: 'wx1', sp_mchid: '1900000109', sub_mchid, out_trade_no: 'ORDER_A2', amount: { total: 1000 },
    settle_info: { profit_sharing: true },
  })
  const paid = await api.control.pay()
  transaction_id = String(paid.find(({ key }) => key === 'ORDER_A2')!.data.transaction_id)
})

const own = async (account_type = 'BASIC') => (await api.get('/v3/merchant/fund/balance/{account_type}', { account_type })).body
const ofSub = async (query = {}) => (await api.get('/v3/ecommerce/fund/balance/{sub_mchid}', { sub_mchid, query })).body
const atDayEnd = (date?: string) => api.get('/v3/merchant/fund/dayendbalance/{account_type}', { account_type: 'BASIC', query: { date } })
const subAtDayEnd = (date: string) => api.get('/v3/ecommerce/fund/enddaybalance/{sub_mchid}', { sub_mchid, query: { date } })

test('separates the money of the platform and of its sub-merchant, and what is frozen', async () => {
  expect(await own()).toEqual({ available_amount: 100, pending_amount: 0 })
  expect(await ofSub()).toEqual({ sub_mchid, available_amount: 0, pending_amount: 1000, account_type: 'BASIC' })
})

test('moves a share to the receiver, and the unfrozen rest to the payer', async () => {
  const receiver = { type: 'MERCHANT_ID', account: '1900000109' }
  await api.post('/v3/profitsharing/receivers/add', { sub_mchid, appid: 'wx1', ...receiver, relation_type: 'SERVICE_PROVIDER' })
  await api.post('/v3/profitsharing/orders', {
    sub_mchid, appid: 'wx1', transaction_id, out_order_no: 'P1', unfreeze_unsplit: true,
    receivers: [{ ...receiver, amount: 300, description: '平台服务费' }],
  })
  expect(await own()).toEqual({ available_amount: 400, pending_amount: 0 })
  expect(await ofSub()).toMatchObject({ available_amount: 700, pending_amount: 0 })
})

test('knows no money on accounts without movements', async () => {
  expect(await own('OPERATION')).toEqual({ available_amount: 0, pending_amount: 0 })
  expect(await ofSub({ account_type: 'DEPOSIT' })).toMatchObject({ available_amount: 0, account_type: 'DEPOSIT' })
})

test('returns the balance at the end of a day, by default of yesterday', async () => {
  api.control.clock.advance(day)
  await api.post('/v3/refund/domestic/refunds', {
    out_trade_no: 'ORDER_A1', out_refund_no: 'R1', amount: { refund: 30, total: 100, currency: 'CNY' },
  })
  expect((await own()).available_amount).toBe(70)
  expect((await atDayEnd('2025-01-02')).body).toEqual({ available_amount: 100, pending_amount: 0 })
  expect((await atDayEnd()).body).toEqual({ available_amount: 100, pending_amount: 0 })
  expect((await atDayEnd('2025-01-01')).body).toEqual({ available_amount: 0, pending_amount: 0 })
  expect((await subAtDayEnd('2025-01-02')).body).toMatchObject({ available_amount: 0, pending_amount: 1000 })
  expect((await subAtDayEnd('2025-01-01')).body).toMatchObject({ available_amount: 0, pending_amount: 0 })
})

test('rejects the end of a day that is not over', async () => {
  expect(await atDayEnd('2025-01-02')).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  expect(await subAtDayEnd('2025-01-03')).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('assumes that accounts of a lenient sandbox hold money', async () => {
  api = openFlow({ strict: false })
  expect(await own()).toEqual({ available_amount: 1_000_000, pending_amount: 0 })
})
