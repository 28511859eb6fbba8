import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'
import { signed } from '../../support/request.ts'

const day = 24 * 3_600_000

let api: ReturnType<typeof openFlow>

beforeEach(async () => {
  api = openFlow()
  await api.post('/v3/pay/transactions/native', { appid: 'wx1', mchid: '1900000109', out_trade_no: 'ORDER_A1', amount: { total: 1000 } })
  await api.control.pay()
  for (const [number, scenario] of [['W1', 'WITHDRAW_FAIL'], ['W2', 'WITHDRAW_RETURNED'], ['W3', 'WITHDRAW_CLOSED'], ['W4', undefined]]) {
    api.control.scenario.set(scenario)
    await api.post('/v3/merchant/fund/withdraw', { out_request_no: number, amount: 100, account_type: 'BASIC' })
  }
  api.control.scenario.set()
})

const apply = (bill_date: string) =>
  api.get('/v3/merchant/fund/withdraw/bill-type/{bill_type}', { bill_type: 'NO_SUCC', query: { bill_date } })

async function numbersOf(bill_date: string) {
  const { body } = await apply(bill_date)
  const { pathname, search } = new URL(String(body.download_url))
  const text = await (await api.fetch(signed('GET', pathname + search))).text()
  expect(body.hash_value).toBe(createHash('sha1').update(text).digest('hex'))
  return text.split('\r\n').slice(1, -3).map(line => line.split(',')[3])
}

test('lists failed withdrawals on the day that they failed, returned ones on the day that they came back', async () => {
  await api.control.advance({ kind: 'withdrawal' })
  api.control.clock.advance(day)
  await api.control.advance({ kind: 'withdrawal' })
  api.control.clock.advance(day)
  expect(await numbersOf('2025-01-02')).toEqual(['`W1'])
  expect(await numbersOf('2025-01-03')).toEqual(['`W2'])
})

test('rejects a day that is not over, or on which no withdrawal failed', async () => {
  expect(await apply('2025-01-02')).toMatchObject({ status: 400, code: 'STATEMENT_CREATING' })
  expect(await apply('2025-01-01')).toMatchObject({ status: 400, code: 'NO_STATEMENT_EXIST' })
})
