import { beforeEach, expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { catalog } from '../support/catalog.ts'
import { identity, now } from '../support/identity.ts'
import { signed } from '../support/request.ts'

const sandbox = createSandbox({ catalog, identity, now, strict: false })
beforeEach(() => sandbox.control.reset())

const send = async (...request: Parameters<typeof signed>) => (await sandbox.fetch(signed(...request))).json()

const prepay = (out_trade_no: string) =>
  send('POST', '/v3/pay/transactions/jsapi', { appid: 'wx1', mchid: '1900000109', out_trade_no, amount: { total: 1 } })
const query = (out_trade_no: string) => send('GET', `/v3/pay/transactions/out-trade-no/${out_trade_no}?mchid=1900000109`)
const refund = (out_trade_no: string, out_refund_no: string) =>
  send('POST', '/v3/refund/domestic/refunds', { out_refund_no, out_trade_no, amount: { total: 2, refund: 1 } })

test('gives orders different numbers even if their keys differ by one character', async () => {
  const orders = await Promise.all(Array.from({ length: 50 }, (_, index) => query(`ORDER_A${index}`)))
  expect(new Set(orders.map(order => order.transaction_id)).size).toBe(50)
})

test('keeps the format of the sample', async () => {
  expect((await query('ORDER_A1')).transaction_id).toMatch(/^4200001234\d{18}$/)
  expect((await prepay('ORDER_A1')).prepay_id).toMatch(/^wx20\d{32}$/)
})

test('gives an order the same number in every operation', async () => {
  expect((await refund('ORDER_A1', 'R1')).transaction_id).toBe((await query('ORDER_A1')).transaction_id)
})

test('gives refunds of one order different numbers, and the order the same one', async () => {
  const [first, second] = [await refund('ORDER_A1', 'R1'), await refund('ORDER_A1', 'R2')]
  expect(first.refund_id).not.toBe(second.refund_id)
  expect(first.transaction_id).toBe(second.transaction_id)
})

test('returns a number that the request names', async () => {
  const id = '4200009999202501010000000001'
  const order = await send('GET', `/v3/pay/transactions/id/${id}?mchid=1900000109`)
  expect(order.transaction_id).toBe(id)
  expect(order.out_trade_no).toMatch(/^\d{28}$/)
})

test('derives the number from all values of a request without a merchant\'s number', async () => {
  const [first, second] = await Promise.all(['1', '2'].map(id =>
    send('GET', `/v3/pay/transactions/id/${id}?mchid=1900000109`)))
  expect(first.out_trade_no).not.toBe(second.out_trade_no)
})

test('keeps a short number of the sample, such as a coupon stock\'s', async () => {
  const [first, second] = await Promise.all(['1', '2'].map(offset => send('GET', `/v3/marketing/favor/stocks?offset=${offset}`)))
  expect(first.data).toEqual([{ stock_id: '9865000' }])
  expect(second.data).toEqual(first.data)
})
