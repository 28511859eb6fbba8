import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

const path = '/v3/ecommerce/combine-papay'
const transactions = `${path}/transactions`
const byNumber = `${transactions}/{combine_out_trade_no}`
const keys = { plan_id: 12535, out_contract_code: 'HT1' }
const byCode = `${path}/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}`

let api: ReturnType<typeof openFlow>
let contract_id: unknown
let openid: unknown

/** A contract that the user signed. */
beforeEach(async () => {
  api = openFlow()
  const contract = { ...keys, appid: 'wx1', contract_display_account: '张三', notify_url: '' }
  await api.post(`${path}/contracts/pre-entrust-sign`, contract)
  await api.control.advance()
  ;({ body: { contract_id, openid } } = await api.get(byCode, keys))
})

const part = (out_trade_no: string, sub_mchid: string, total_amount: number) => ({
  mchid: '1900000109', out_trade_no, sub_mchid, description: '早餐', amount: { total_amount, currency: 'CNY' },
})
const milk = part('ORDER_D11', '1900000118', 1380)
const bread = part('ORDER_D12', '1900000119', 1200)
const wanted = { combine_appid: 'wx1', combine_mchid: '1900000109', combine_out_trade_no: 'ORDER_D1' }
const deduct = (change = {}) =>
  api.post(transactions, { ...wanted, contract_id, sub_orders: [milk, bread], ...change })
const reverse = (sub_orders: object[] = [milk, bread]) =>
  api.post(`${byNumber}/reverse`, { combine_appid: 'wx1', sub_orders }, { combine_out_trade_no: 'ORDER_D1' })

test('deducts every part at once, without a notification', async () => {
  const { body } = await deduct()
  expect(body).toMatchObject({
    ...wanted,
    combine_payer_info: { openid },
    sub_orders: [
      { out_trade_no: 'ORDER_D11', trade_type: 'PAP', trade_state: 'SUCCESS', amount: { payer_amount: 1380 } },
      { out_trade_no: 'ORDER_D12', trade_type: 'PAP', trade_state: 'SUCCESS', amount: { payer_amount: 1200 } },
    ],
  })
  expect((await api.get(byNumber, { combine_out_trade_no: 'ORDER_D1' })).body).toEqual(body)
  expect(await api.control.notifications()).toHaveLength(1)
})

test('deducts once per number, and refuses other parameters', async () => {
  const first = await deduct()
  expect(await deduct()).toEqual(first)
  expect(await deduct({ sub_orders: [milk] })).toMatchObject({ status: 403, code: 'OUT_TRADE_NO_USED' })
  expect(await deduct({ combine_out_trade_no: 'ORDER_D2', sub_orders: [bread] }))
    .toMatchObject({ status: 403, code: 'OUT_TRADE_NO_USED' })
  expect(await api.get(byNumber, { combine_out_trade_no: 'ORDER_D2' })).toMatchObject({ status: 404, code: 'ORDER_NOT_EXIST' })
})

test('refuses a terminated contract and an unknown one', async () => {
  expect(await deduct({ contract_id: '1' })).toMatchObject({ status: 403, code: 'CONTRACT_NOT_EXIST' })
  await api.post(`${byCode}/terminate`, { contract_termination_remark: '注销' }, keys)
  expect(await deduct()).toMatchObject({ status: 403, code: 'CONTRACT_NOT_EXIST' })
})

test('refuses amounts that are not above zero, and another merchant', async () => {
  expect(await deduct({ sub_orders: [part('ORDER_D13', '1900000118', 0)] })).toMatchObject({ status: 400, code: 'PARAM_ERROR' })
  expect(await deduct({ combine_mchid: '1900000110' })).toMatchObject({ status: 400, code: 'PARAM_ERROR' })
})

const refundMilk = () => api.post('/v3/refund/domestic/refunds', {
  sub_mchid: '1900000118', out_trade_no: 'ORDER_D11', out_refund_no: 'R1',
  amount: { refund: 380, total: 1380, currency: 'CNY' },
})

test('refunds a part like an order', async () => {
  await deduct()
  expect((await refundMilk()).body).toMatchObject({ amount: { refund: 380 } })
  const { body } = await api.get(byNumber, { combine_out_trade_no: 'ORDER_D1' })
  expect(body).toMatchObject({ sub_orders: [{ trade_state: 'REFUND' }, { trade_state: 'SUCCESS' }] })
})

const balanceOf = async (sub_mchid: string) =>
  (await api.get('/v3/ecommerce/fund/balance/{sub_mchid}', { sub_mchid })).body.available_amount

test('moves the money to the shops, and back when it is reversed', async () => {
  await deduct()
  expect([await balanceOf('1900000118'), await balanceOf('1900000119')]).toEqual([1380, 1200])
  expect((await reverse()).status).toBe(204)
  expect([await balanceOf('1900000118'), await balanceOf('1900000119')]).toEqual([0, 0])
  const { body } = await api.get(byNumber, { combine_out_trade_no: 'ORDER_D1' })
  expect(body).toMatchObject({ sub_orders: [{ trade_state: 'REVOKED' }, { trade_state: 'REVOKED' }] })
  expect((await reverse()).status).toBe(204)
})

test('reverses only all parts together, and none that was refunded', async () => {
  expect(await reverse()).toMatchObject({ status: 404, code: 'ORDER_NOT_EXIST' })
  await deduct()
  expect(await reverse([milk])).toMatchObject({ status: 404, code: 'ORDER_NOT_EXIST' })
  await refundMilk()
  expect(await reverse()).toMatchObject({ status: 400, code: 'ORDERPAID' })
})
