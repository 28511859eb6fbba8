import { createStorage, type Driver } from 'unstorage'
import memory from 'unstorage/drivers/memory'
import { beforeAll, expect, test } from 'vitest'
import { isItem } from '../../src/server/is-item.ts'
import { openFlow } from '../support/flow.ts'
import { nativeOrder, refundOf } from '../support/order.ts'

/** What a sandbox stores of a refunded order, by its keys. */
const items: [key: string, text: string][] = []

beforeAll(async () => {
  const driver = memory() as Driver
  const api = openFlow({ storage: createStorage({ driver }) })
  await api.post('/v3/pay/transactions/native', nativeOrder('ORDER_A1', 'http://127.0.0.1:9/'))
  await api.control.pay()
  await api.post('/v3/refund/domestic/refunds', refundOf('ORDER_A1', 'R1', 60))
  const [{ id } = { id: '' }] = await api.control.notifications()
  await api.control.recordDelivery(id, { at: 0, status: 500 })
  const keys = await driver.getKeys('', {})
  for (const key of keys) items.push([key, String(await driver.getItem(key))])
})

test('knows everything that the sandbox stores', () => {
  expect(new Set(items.map(([key]) => key.split(':')[0]))).toEqual(new Set(['resource', 'alias', 'notification']))
  expect(items.filter(([key, text]) => !isItem(key, text))).toEqual([])
})

test('knows a removed item', () => {
  for (const [key] of items) expect(isItem(key, 'null')).toBe(true)
})

test.each(['', '}{', '5', '"text"', '[]', '{}', 'true'])('rejects %s', (text) => {
  for (const [key] of items) expect(isItem(key, text), key).toBe(false)
})

test('rejects an item with a member of another type', () => {
  for (const [key, text] of items) {
    const item: Record<string, unknown> = JSON.parse(text)
    // A member that the sandbox can do without.
    delete item.request
    for (const name of Object.keys(item)) {
      expect(isItem(key, JSON.stringify({ ...item, [name]: [1] })), `${key} ${name}`).toBe(false)
      expect(isItem(key, JSON.stringify({ ...item, [name]: undefined })), `${key} ${name}`).toBe(false)
    }
  }
})
