import { expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { catalog, field, operation } from '../support/catalog.ts'
import { identity, now } from '../support/identity.ts'
import { signed } from '../support/request.ts'

const sandbox = createSandbox({ catalog, identity, now, strict: false })
const respond = async (request: Request, to = sandbox) => (await to.fetch(request)).json()

test('echoes values of the request by name and fills in samples, in the order of the table', async () => {
  const body = { service_id: '500001', appid: 'wxd678efh567hg6787', reason: '用户投诉' }
  const response = await respond(signed('POST', '/v3/payscore/smartretail-orders/ORDER_A1/cancel', body))
  expect(response).toEqual({
    appid: 'wxd678efh567hg6787',
    mchid: '1900000109',
    out_order_no: 'ORDER_A1',
    service_id: '500001',
    order_id: expect.stringMatching(/^\d{20}$/),
  })
  expect(Object.keys(response)).toEqual(['appid', 'mchid', 'out_order_no', 'service_id', 'order_id'])
})

test('responds to the same request with the same bytes, in another sandbox and at another time too', async () => {
  const request = () => signed('POST', '/v3/payscore/smartretail-orders/ORDER_A1/cancel', { appid: 'a', service_id: 's', reason: 'r' })
  const later = createSandbox({ catalog, identity, now: () => now() + 60_000, strict: false })
  expect(await (await later.fetch(request())).text()).toBe(await (await sandbox.fetch(request())).text())
})

test('responds 204 without a body if the response table is empty', async () => {
  const response = await sandbox.fetch(signed('POST', '/v3/pay/transactions/out-trade-no/ORDER_A1/close', { mchid: '1900000109' }))
  expect([response.status, await response.text()]).toEqual([204, ''])
})

test('echoes nested values at the same location', async () => {
  const body = { out_trade_no: 'ORDER_A1', out_refund_no: 'R1', amount: { total: 888, refund: 888, currency: 'CNY' } }
  const response = await respond(signed('POST', '/v3/refund/domestic/refunds', body))
  expect(response).toMatchObject({ out_trade_no: 'ORDER_A1', out_refund_no: 'R1', amount: { total: 888, currency: 'CNY' } })
})

test('returns the identity\'s mchid, even if the request has another', async () => {
  const response = await respond(signed('GET', '/v3/pay/transactions/out-trade-no/ORDER_A1?mchid=1230000109'))
  expect(response.mchid).toBe('1900000109')
})

const items = field('items', 'object[]', { children: [field('id'), field('count', 'integer', { sample: 9 })] })
const loose = createSandbox({
  identity,
  now,
  catalog: {
    operations: [operation('POST', '/v3/echo/{name}', {
      json: field('json?', 'object', { children: [] }), query: [field('page?', 'integer')],
    }, [
      field('name'), field('page?', 'integer'), field('state?', 'string', { enum: ['OPEN'], sample: 'OPEN' }),
      field('secret?', 'string', { encrypted: 'rsa' }), field('tags?', 'string[]'), items, field('extra', 'object'),
      field('deep', 'object', { children: [field('name'), field('note')] }),
    ])],
  },
})
const echo = (body: unknown, target = '/v3/echo/path') => respond(signed('POST', target, body), loose)

test.each([
  ['a value of another type', { page: '3' }, { page: 1 }],
  ['a value that is not declared', { state: 'LOST' }, { state: 'OPEN' }],
  ['a list with an item of another type', { tags: ['a', 1] }, { tags: ['示例'] }],
  ['text for a list', { tags: 'a' }, { tags: ['示例'] }],
  ['an object whose members are unknown', { extra: { a: 1 } }, { extra: {} }],
  ['a value nested deeper', { deep: { page: 3 } }, { page: 1 }],
])('does not echo %s', async (_, body, expected) => {
  expect(await echo(body)).toMatchObject(expected)
})

test('echoes a number of the query as a number', async () => {
  expect(await echo(undefined, '/v3/echo/path?page=3')).toMatchObject({ page: 3 })
})

test('prefers the same location to the top level', async () => {
  expect(await echo({ deep: { name: 'inner' } })).toMatchObject({ name: 'path', deep: { name: 'inner', note: '示例' } })
})

test('echoes the top level if the request lacks the location', async () => {
  expect(await echo({ note: '备注' })).toMatchObject({ deep: { name: 'path', note: '备注' } })
})

test('returns as many items as the request has, each with its own values', async () => {
  const { items } = await echo({ items: [{ id: 'a', count: 1 }, { id: 'b' }, 'not an object'] })
  expect(items).toEqual([{ id: 'a', count: 1 }, { id: 'b', count: 9 }, { id: '示例', count: 9 }])
})

test('returns one item of a list that the request lacks', async () => {
  expect((await echo(undefined)).items).toEqual([{ id: '示例', count: 9 }])
})

test('ignores names of Object.prototype in the body', async () => {
  const response = await loose.fetch(signed('POST', '/v3/echo/constructor', '{"__proto__":{"page":7},"constructor":1}'))
  expect(await response.json()).toMatchObject({ name: 'constructor', page: 1 })
})
