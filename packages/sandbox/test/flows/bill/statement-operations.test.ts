import { expect, test } from 'vitest'
import { flowCatalog } from '../../support/flow-catalog.ts'
import { openFlow } from '../../support/flow.ts'
import { signed } from '../../support/request.ts'
import { op, table } from '../../support/tables.ts'

const statement = { ...op('GET /v3/global/statements'), returns: 'binary' as const }
const api = openFlow({
  catalog: { operations: [...flowCatalog.operations, { ...statement, request: { ...statement.request, query: table('date mchid') } }] },
})
const ask = (date: string) => api.fetch(signed('GET', `/v3/global/statements?date=${date}&mchid=1900000109`))

test('returns the bill itself, and rejects a day without orders', async () => {
  await api.post('/v3/pay/transactions/native', {
    appid: 'wx1', mchid: '1900000109', description: '水', out_trade_no: 'ORDER_A1', notify_url: 'https://a.example/', amount: { total: 123 },
  })
  await api.control.pay()
  api.control.clock.advance(24 * 3_600_000)
  const response = await ask('20250102')
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/plain; charset=utf-8'])
  expect(await response.text()).toMatch(/^\ufeff?交易时间,[^]*`ORDER_A1[^]*`1\.23/)
  expect((await (await ask('20250101')).json()).code).toBe('NO_STATEMENT_EXIST')
  expect((await (await ask('20250103')).json()).code).toBe('STATEMENT_CREATING')
})
