import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(async () => {
  api = openFlow()
  for (const out_trade_no of ['ORDER_A1', 'ORDER_A2']) {
    await api.post('/v3/pay/transactions/jsapi', { mchid: '1900000109', out_trade_no, amount: { total: 1 } })
  }
  await api.post('/v3/payscore/serviceorder', { appid: 'wx1', service_id: '1', out_order_no: 'ORDER_A1' })
})

const keys = (resources: { kind: string, key: string }[]) => resources.map(({ kind, key }) => `${kind} ${key}`)

test.each([
  ['everything', undefined, ['payscore-order ORDER_A1', 'transaction ORDER_A1', 'transaction ORDER_A2']],
  ['a kind', { kind: 'transaction' }, ['transaction ORDER_A1', 'transaction ORDER_A2']],
  ['a key, of whatever kind', { key: 'ORDER_A1' }, ['payscore-order ORDER_A1', 'transaction ORDER_A1']],
  ['one resource', { kind: 'transaction', key: 'ORDER_A2' }, ['transaction ORDER_A2']],
])('the user pays or confirms %s', async (_, target, expected) => {
  expect(keys(await api.control.pay(target))).toEqual(expected)
})

test.each([
  [{ key: 'ORDER_B1' }, 'nothing waits for the user under ORDER_B1'],
  [{ kind: 'refund' }, 'nothing waits for the user'],
])('nothing that is meant waits: %o', async (target, message) => {
  await expect(api.control.pay(target)).rejects.toThrow(new RangeError(message))
})

test('the state is sorted by kind and key, without what is only for the sandbox', async () => {
  const state = await api.control.state()
  expect(keys(state)).toEqual(['payscore-order ORDER_A1', 'transaction ORDER_A1', 'transaction ORDER_A2'])
  expect(Object.keys(state[0]!)).toEqual(['kind', 'key', 'data', 'waits', 'created', 'updated'])
})

test('two that pay at once pay once', async () => {
  const results = await Promise.allSettled([api.control.pay({ kind: 'transaction' }), api.control.pay({ kind: 'transaction' })])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(await api.control.notifications()).toHaveLength(2)
})

test.each([-1, NaN, Infinity, 1e13])('the clock is not put forward by %d', (milliseconds) => {
  expect(() => api.control.clock.advance(milliseconds)).toThrow(RangeError)
  expect(api.control.clock.offset()).toBe(0)
})
