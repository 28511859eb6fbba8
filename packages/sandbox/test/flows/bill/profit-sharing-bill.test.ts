import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'
import { signed } from '../../support/request.ts'

let api: ReturnType<typeof openFlow>
beforeEach(async () => {
  api = openFlow()
  await api.post('/v3/pay/transactions/jsapi', {
    mchid: '1900000109', out_trade_no: 'ORDER_A1', amount: { total: 100 }, settle_info: { profit_sharing: true },
  })
  const [paid] = await api.control.pay()
  const receiver = { type: 'MERCHANT_ID', account: '1900000110' }
  await api.post('/v3/profitsharing/receivers/add', receiver)
  await api.post('/v3/profitsharing/orders', {
    transaction_id: paid!.data.transaction_id, out_order_no: 'P1', unfreeze_unsplit: false,
    receivers: [{ ...receiver, amount: 30, description: '分给供应商' }],
  })
})

const apply = (query = {}) => api.get('/v3/profitsharing/bills', { query: { bill_date: '2025-01-02', ...query } })

test('lists the day\'s shares, returns and totals', async () => {
  await api.post('/v3/profitsharing/return-orders', {
    out_order_no: 'P1', out_return_no: 'ORDER_B1', return_mchid: '1900000110', amount: 5, description: '退货',
  })
  api.control.clock.advance(24 * 3_600_000)
  const { body } = await apply()
  const { pathname, search } = new URL(String(body.download_url))
  const text = await (await api.fetch(signed('GET', pathname + search))).text()
  expect(text.split('\r\n')).toEqual([
    expect.stringMatching(/^分账时间,分账发起方,微信订单号,/),
    expect.stringMatching(/^`2025-01-02 11:04:05,.*`P1,`1900000110,`0\.30,`分账,`成功,`分给供应商$/),
    expect.stringMatching(/^`2025-01-02 11:04:05,`,`4200001234\d+,`\d+,`,`ORDER_B1,`1900000110,`0\.05,`分账回退,`成功,`退货$/),
    '总条数,分账总金额,分账回退总金额', '`2,`0.30,`0.05', '',
  ])
  expect(createHash('sha1').update(text).digest('hex')).toBe(body.hash_value)
})

test('rejects a day that is not over, with another code than other bills', async () => {
  expect(await apply()).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
})

test('rejects a day without shares, or without shares of that sub-merchant', async () => {
  api.control.clock.advance(24 * 3_600_000)
  expect(await apply({ bill_date: '2025-01-01' })).toMatchObject({ status: 400, code: 'NO_STATEMENT_EXIST' })
  expect(await apply({ sub_mchid: '9' })).toMatchObject({ status: 400, code: 'NO_STATEMENT_EXIST' })
})
