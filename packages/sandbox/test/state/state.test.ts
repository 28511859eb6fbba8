import { createStorage, type Driver } from 'unstorage'
import memory from 'unstorage/drivers/memory'
import { expect, test } from 'vitest'
import { openFlow } from '../support/flow.ts'

const order = { mchid: '1900000109', amount: { total: 100 } }
const jsapi = '/v3/pay/transactions/jsapi'

/** Returns a storage in memory that counts its calls. */
function countingStorage() {
  const driver = memory() as Driver
  const counts = { getItem: 0, setItems: 0, getKeys: 0 }
  return {
    counts,
    storage: createStorage({ driver: {
      ...driver,
      getItem(key, options) {
        counts.getItem++
        return driver.getItem(key, options)
      },
      getKeys(base, options) {
        counts.getKeys++
        return driver.getKeys(base, options)
      },
      async setItems(items) {
        counts.setItems++
        for (const { key, value } of items) await driver.setItem?.(key, value, {})
      },
    } }),
  }
}

test('reads no more for a query among 10,000 orders than among ten', async () => {
  const { storage, counts } = countingStorage()
  const api = openFlow({ storage, signatures: false })
  const post = (json: object) => api.fetch(new Request(`https://api.mch.weixin.qq.com${jsapi}`, {
    method: 'POST', body: JSON.stringify(json),
  }))
  const costOfQuery = async () => {
    Object.assign(counts, { getItem: 0, setItems: 0, getKeys: 0 })
    const response = await api.fetch(new Request(
      'https://api.mch.weixin.qq.com/v3/pay/transactions/out-trade-no/ORDER_A7?mchid=1900000109'))
    expect(response.status).toBe(200)
    return { ...counts }
  }
  for (let n = 0; n < 10; n++) await post({ ...order, out_trade_no: `ORDER_A${n}` })
  const among10 = await costOfQuery()
  await Promise.all(Array.from({ length: 9990 }, (_, n) => post({ ...order, out_trade_no: `ORDER_A${n + 10}` })))
  expect(await costOfQuery()).toEqual(among10)
  expect(among10).toEqual({ getItem: 1, setItems: 0, getKeys: 0 })
  expect(await api.control.state()).toHaveLength(10_000)
}, 30_000)

test('takes the lock for changes, and not for a query without changes', async () => {
  const locks: string[] = []
  const mutex = { acquire: async () => void locks.push('acquire'), release: async () => void locks.push('release') }
  const api = openFlow({ mutex })
  const query = () => api.get('/v3/pay/transactions/out-trade-no/{out_trade_no}', {
    out_trade_no: 'ORDER_A1', query: { mchid: '1900000109' },
  })
  await api.post(jsapi, { ...order, out_trade_no: 'ORDER_A1', time_expire: '2025-01-02T12:04:05+08:00' })
  expect(locks.splice(0)).toEqual(['acquire', 'release'])
  expect((await query()).body).toMatchObject({ trade_state: 'NOTPAY' })
  expect(locks).toEqual([])
  api.control.clock.advance(3600_000)
  expect((await query()).body).toMatchObject({ trade_state: 'CLOSED' })
  expect(locks).toEqual(['acquire', 'release'])
})

test('settles a complaint that another sandbox stored', async () => {
  const storage = createStorage()
  const first = openFlow({ storage })
  await first.post(jsapi, { ...order, out_trade_no: 'ORDER_A1' })
  await first.control.pay()
  const { key: complaint_id } = await first.control.complain('ORDER_A1')
  const second = openFlow({ storage })
  await second.post('/v3/refund/domestic/refunds', {
    out_trade_no: 'ORDER_A1', out_refund_no: 'R1', amount: { refund: 100, total: 100, currency: 'CNY' },
  })
  const { body } = await second.get('/v3/merchant-service/complaints-v2/{complaint_id}', { complaint_id })
  expect(body).toMatchObject({ complaint_state: 'PROCESSED', complaint_full_refunded: true })
})

test('shares records and notifications with another sandbox over the same storage', async () => {
  const storage = createStorage()
  const first = openFlow({ storage })
  await first.post(jsapi, { ...order, out_trade_no: '12345678' })
  const [paid] = await first.control.pay()
  const second = openFlow({ storage })
  const { transaction_id } = paid!.data
  const { body } = await second.get('/v3/pay/transactions/id/{transaction_id}', {
    transaction_id, query: { mchid: '1900000109' },
  })
  expect(body).toMatchObject({ out_trade_no: '12345678', trade_state: 'SUCCESS' })
  expect(await second.control.notifications()).toEqual(await first.control.notifications())
})

test('accepts only as many simultaneous refunds as there is money for', async () => {
  const api = openFlow()
  await api.post(jsapi, { ...order, out_trade_no: 'ORDER_A1' })
  await api.control.pay()
  const amount = { refund: 30, total: 100, currency: 'CNY' }
  const refund = (n: number) =>
    api.post('/v3/refund/domestic/refunds', { out_trade_no: 'ORDER_A1', out_refund_no: `R${n}`, amount })
  const responses = await Promise.all(Array.from({ length: 10 }, (_, n) => refund(n)))
  expect(responses.filter(({ status }) => status === 200)).toHaveLength(3)
})

test('resets resources, notifications, scenario and clock', async () => {
  const { control, post } = openFlow()
  await post(jsapi, { ...order, out_trade_no: 'ORDER_A1' })
  await control.pay()
  control.scenario.set('SLOW')
  control.clock.advance(1000)
  expect(control.clock.offset()).toBe(1000)
  await control.reset()
  expect([await control.state(), await control.notifications()]).toEqual([[], []])
  expect([control.scenario.get(), control.clock.offset()]).toEqual([undefined, 0])
})

test('shows kind, key and times of a resource', async () => {
  const { control, post } = openFlow()
  await post(jsapi, { ...order, out_trade_no: 'ORDER_A1' })
  control.clock.advance(60_000)
  await control.pay()
  expect(await control.state()).toEqual([{
    kind: 'transaction', label: '订单', key: 'ORDER_A1', state: 'SUCCESS', data: expect.objectContaining({ trade_state: 'SUCCESS' }), waits: false,
    created: '2025-01-02T11:04:05+08:00', updated: '2025-01-02T11:05:05+08:00',
  }])
})

test('shows that a resource waits for the user until it expires', async () => {
  const { control, post } = openFlow()
  await post(jsapi, { ...order, out_trade_no: 'ORDER_A1', time_expire: '2025-01-02T12:04:05+08:00' })
  const waits = async () => (await control.state()).map(({ waits }) => waits)
  expect(await waits()).toEqual(['pay'])
  control.clock.advance(3600_000)
  expect(await waits()).toEqual([false])
})

test('rejects if the storage fails, instead of acknowledging the order', async () => {
  const driver: Driver = { ...memory(), setItems: () => Promise.reject(new Error('disk full')) }
  const api = openFlow({ storage: createStorage({ driver }) })
  await expect(api.post(jsapi, { ...order, out_trade_no: 'ORDER_A1' })).rejects.toThrow()
})
