import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'
import { signed } from '../../support/request.ts'

let api: ReturnType<typeof openFlow>

beforeEach(async () => {
  api = openFlow()
  const order = { appid: 'wx1', mchid: '1900000109', description: '水,冰', attach: 'a`b' }
  for (const [out_trade_no, total] of [['ORDER_A1', 1234], ['ORDER_A2', 100]]) {
    await api.post('/v3/pay/transactions/native', { ...order, out_trade_no, amount: { total } })
  }
  await api.post('/v3/pay/transactions/native', { ...order, out_trade_no: 'ORDER_A3', amount: { total: 9 } })
  await api.control.pay({ key: 'ORDER_A1' })
  await api.control.pay({ key: 'ORDER_A2' })
  await api.post('/v3/refund/domestic/refunds', {
    out_trade_no: 'ORDER_A1', out_refund_no: 'R1', amount: { refund: 34, total: 1234, currency: 'CNY' },
  })
  api.control.clock.advance(24 * 3_600_000)
})

/** Creates and pays an order whose money may be shared. */
async function paid(out_trade_no: string, total: number) {
  await api.post('/v3/pay/transactions/native', {
    appid: 'wx1', mchid: '1900000109', description: '水', out_trade_no, amount: { total }, settle_info: { profit_sharing: true },
  })
  const [order] = await api.control.pay({ key: out_trade_no })
  return order!.data
}

const apply = (kind: string, query = {}) => api.get(`/v3/bill/${kind}`, { query: { bill_date: '2025-01-02', ...query } })

/** Downloads the file of a bill's `download_url`. */
async function download(kind: string, query = {}) {
  const { body } = await apply(kind, query)
  const { pathname, search } = new URL(String(body.download_url))
  const response = await api.fetch(signed('GET', pathname + search))
  return { bill: body, response, bytes: Buffer.from(await response.arrayBuffer()) }
}
const rows = (bytes: Buffer) => bytes.toString().split('\r\n').map(line => line.split(','))

test('leaves out a payment that was reversed', async () => {
  api.control.clock.advance(24 * 3_600_000)
  const order = { appid: 'wx1', mchid: '1900000109' }
  const code = { payer: { auth_code: '130061098828009406' }, amount: { total: 5 } }
  await api.post('/v3/pay/transactions/codepay', { ...order, ...code, out_trade_no: 'ORDER_A4' })
  await api.post('/v3/pay/transactions/codepay', { ...order, ...code, out_trade_no: 'ORDER_A5' })
  await api.post('/v3/pay/transactions/out-trade-no/{out_trade_no}/reverse', order, { out_trade_no: 'ORDER_A4' })
  api.control.clock.advance(24 * 3_600_000)
  for (const kind of ['tradebill', 'fundflowbill']) {
    const text = (await download(kind, { bill_date: '2025-01-04' })).bytes.toString()
    expect([text.includes('ORDER_A4'), text.includes('ORDER_A5')]).toEqual([false, true])
  }
})

test('lists the day\'s payments, refunds and totals in the trade bill', async () => {
  const { bytes } = await download('tradebill')
  const [columns, ...lines] = rows(bytes)
  expect(columns).toHaveLength(27)
  expect(columns?.slice(0, 3)).toEqual(['交易时间', '公众账号ID', '商户号'])
  const value = (line: number, column: string) => lines[line]![columns!.indexOf(column)]
  expect([0, 1, 2].map(line => [value(line, '商户订单号'), value(line, '交易状态'), value(line, '订单金额'), value(line, '申请退款金额')])).toEqual([
    ['`ORDER_A1', '`SUCCESS', '`12.34', '`0.00'],
    ['`ORDER_A2', '`SUCCESS', '`1.00', '`0.00'],
    ['`ORDER_A1', '`REFUND', '`0.00', '`0.34'],
  ])
  expect(value(0, '交易时间')).toBe('`2025-01-02 11:04:05')
  expect(value(0, '商品名称')).toBe('`水 冰')
  expect(lines[3]?.[0]).toBe('总交易单数')
  expect(lines[4]).toEqual(['`3', '`13.34', '`0.34', '`0.00', '`0.00000', '`13.34', '`0.34'])
})

test.each([['SUCCESS', 20, 2], ['REFUND', 29, 1]])('limits the trade bill to %s', async (bill_type, columns, count) => {
  const lines = rows((await download('tradebill', { bill_type })).bytes)
  expect(lines[0]).toHaveLength(columns)
  expect(lines.at(-2)?.[0]).toBe(`\`${count}`)
})

test('shows the balance after each line of the fund flow bill', async () => {
  const lines = rows((await download('fundflowbill')).bytes)
  expect(lines.slice(1, 4).map(line => line.slice(5, 8))).toEqual([
    ['`收入', '`12.34', '`12.34'], ['`收入', '`1.00', '`13.34'], ['`支出', '`0.34', '`13.00'],
  ])
  expect(lines[5]).toEqual(['`3', '`2', '`13.34', '`1', '`0.34'])
})

test('lists shares in the fund flow bill of the basic account, transfers in that of the operating one', async () => {
  api = openFlow()
  const { transaction_id } = await paid('ORDER_B1', 1000)
  const account = { type: 'MERCHANT_ID', account: 'M1' }
  await api.post('/v3/profitsharing/receivers/add', { appid: 'wx1', ...account, relation_type: 'STORE' })
  await api.post('/v3/profitsharing/orders', {
    appid: 'wx1', transaction_id, out_order_no: 'P1', unfreeze_unsplit: false,
    receivers: [{ ...account, amount: 300, description: '分给门店' }],
  })
  await api.post('/v3/profitsharing/return-orders', {
    out_order_no: 'P1', out_return_no: 'B1', return_mchid: 'M1', amount: 100, description: '退货',
  })
  await api.post('/v3/profitsharing/orders/unfreeze', { transaction_id, out_order_no: 'P2', description: '解冻' })
  await api.post('/v3/fund-app/mch-transfer/transfer-bills', {
    appid: 'wx1', out_bill_no: 'T1', transfer_scene_id: '1000', openid: 'o1', transfer_amount: 50, transfer_remark: '奖金',
  })
  await api.control.advance({ kind: 'transfer', key: 'T1' })
  api.control.clock.advance(24 * 3_600_000)

  const movements = (lines: string[][]) => lines.slice(1, -3)
    .map(line => [3, 5, 6, 7, 10].map(column => line[column]))
  const lines = rows((await download('fundflowbill')).bytes)
  expect(movements(lines)).toEqual([
    ['`交易', '`收入', '`10.00', '`10.00', '`ORDER_B1'],
    ['`分账', '`支出', '`3.00', '`7.00', '`P1'],
    ['`分账回退', '`收入', '`1.00', '`8.00', '`B1'],
  ])
  expect(lines.at(-2)).toEqual(['`3', '`2', '`11.00', '`1', '`3.00'])
  const operating = rows((await download('fundflowbill', { account_type: 'OPERATION' })).bytes)
  expect(movements(operating)).toEqual([['`商家转账', '`支出', '`0.50', '`-0.50', '`T1']])
  expect(operating.at(-2)).toEqual(['`1', '`0', '`0.00', '`1', '`0.50'])
})

test('leaves the money of sub-merchants and of other accounts out of the fund flow bill', async () => {
  await api.post('/v3/pay/partner/transactions/native', {
    sp_appid: 'wx1', sp_mchid: '1900000109', sub_mchid: '1900000118', out_trade_no: 'ORDER_A6', amount: { total: 7 },
  })
  await api.control.pay({ key: 'ORDER_A6' })
  await api.post('/v3/pay/transactions/native', { appid: 'wx1', mchid: '1900000109', out_trade_no: 'ORDER_A7', amount: { total: 8 } })
  await api.control.pay({ key: 'ORDER_A7' })
  api.control.clock.advance(24 * 3_600_000)
  const lines = rows((await download('fundflowbill', { bill_date: '2025-01-03' })).bytes)
  expect(lines.slice(1, -3).map(line => line.at(-1))).toEqual(['`ORDER_A7'])
  expect((await apply('fundflowbill', { bill_date: '2025-01-03', account_type: 'OPERATION' })).code).toBe('NO_STATEMENT_EXIST')
})

test('returns the hash of the file', async () => {
  const { bill, bytes, response } = await download('tradebill')
  expect(bill).toMatchObject({ hash_type: 'SHA1', hash_value: createHash('sha1').update(bytes).digest('hex') })
  expect(response.headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
  expect(response.headers.has('Wechatpay-Signature')).toBe(false)
})

test('packs the file on request, and returns the hash of its content', async () => {
  const { bill, bytes } = await download('tradebill', { tar_type: 'GZIP' })
  expect(bill.hash_value).toBe(createHash('sha1').update(gunzipSync(bytes)).digest('hex'))
})

test('rejects today, a day without trade and an unknown file', async () => {
  expect(await apply('tradebill', { bill_date: '2025-01-03' })).toMatchObject({ status: 400, code: 'STATEMENT_CREATING' })
  expect(await apply('tradebill', { bill_date: '2025-01-01' })).toMatchObject({ status: 400, code: 'NO_STATEMENT_EXIST' })
  expect((await api.fetch(signed('GET', '/v3/billdownload/file?token=1'))).status).toBe(404)
})

test('returns an empty bill if lenient', async () => {
  api = openFlow({ strict: false })
  expect(rows((await download('tradebill')).bytes).at(-2)?.[0]).toBe('`0')
})
