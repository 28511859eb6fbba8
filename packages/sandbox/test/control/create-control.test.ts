import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(async () => {
  api = openFlow()
  for (const out_trade_no of ['ORDER_A1', 'ORDER_A2']) {
    await api.post('/v3/pay/transactions/jsapi', { mchid: '1900000109', out_trade_no, amount: { total: 1 } })
  }
  await api.post('/v3/payscore/serviceorder', {
    appid: 'wx1', service_id: '1', out_order_no: 'ORDER_A1', time_range: { start_time: '20250102100000' },
  })
})

const keys = (resources: { kind: string, key: string }[]) => resources.map(({ kind, key }) => `${kind} ${key}`)

test.each([
  ['everything', undefined, ['payscore-order ORDER_A1', 'transaction ORDER_A1', 'transaction ORDER_A2']],
  ['a kind', { kind: 'transaction' }, ['transaction ORDER_A1', 'transaction ORDER_A2']],
  ['a key of any kind', { key: 'ORDER_A1' }, ['payscore-order ORDER_A1', 'transaction ORDER_A1']],
  ['one record', { kind: 'transaction', key: 'ORDER_A2' }, ['transaction ORDER_A2']],
])('advances %s', async (_, target, expected) => {
  expect(keys(await api.control.advance(target))).toEqual(expected)
})

test('pays only what waits for payment', async () => {
  expect(keys(await api.control.pay())).toEqual(['transaction ORDER_A1', 'transaction ORDER_A2'])
  const [order] = await api.control.state()
  expect(order).toMatchObject({ kind: 'payscore-order', state: 'CREATED', waits: 'confirm' })
})

test.each([
  [{ key: 'ORDER_B1' }, 'nothing waits to advance under the key ORDER_B1'],
  [{ kind: 'refund' }, 'nothing waits to advance'],
])('rejects to advance if nothing targeted waits: %o', async (target, message) => {
  await expect(api.control.advance(target)).rejects.toThrow(new RangeError(message))
})

test('names what a record waits for if it is not payment', async () => {
  const target = { kind: 'payscore-order', key: 'ORDER_A1' }
  const message = 'nothing waits to pay under the key ORDER_A1, but to confirm: use advance'
  await expect(api.control.pay(target)).rejects.toThrow(new RangeError(message))
})

test('lists the state by kind and key, without internal members', async () => {
  const state = await api.control.state()
  expect(keys(state)).toEqual(['payscore-order ORDER_A1', 'transaction ORDER_A1', 'transaction ORDER_A2'])
  expect(Object.keys(state[0]!)).toEqual(['kind', 'label', 'key', 'state', 'data', 'waits', 'created', 'updated'])
})

test('pays once for two simultaneous calls', async () => {
  const results = await Promise.allSettled([api.control.pay({ kind: 'transaction' }), api.control.pay({ kind: 'transaction' })])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(await api.control.notifications()).toHaveLength(2)
})

test.each([-1, NaN, Infinity, 1e13])('rejects to put the clock forward by %d', (milliseconds) => {
  expect(() => api.control.clock.advance(milliseconds)).toThrow(RangeError)
  expect(api.control.clock.offset()).toBe(0)
})

test('shows labels and states as their types declare them', async () => {
  await api.control.advance()
  expect((await api.control.state()).map(({ label, state, waits }) => [label, state, waits])).toEqual([
    ['支付分订单', 'CONFIRMED', false],
    ['订单', 'SUCCESS', false],
    ['订单', 'SUCCESS', false],
  ])
})
