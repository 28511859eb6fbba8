import { createClient, isApiError } from '@wxpay-live/client'
import { Redis } from 'ioredis'
import { createStorage } from 'unstorage'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { redisState } from '../../src/server/redis.ts'
import { startCommand, temporaryFolder } from '../support/command.ts'
import { startMerchant } from '../support/merchant.ts'
import { nativeOrder, type Notice, refundOf } from '../support/order.ts'
import { requireProgram } from '../support/program.ts'
import { startRedis } from '../support/redis.ts'
import { control } from '../support/server.ts'

// Starting processes is slow on busy machines.
vi.setConfig({ testTimeout: 60_000 })

beforeAll(() => requireProgram('redis-server'), 5 * 60_000)

/** Stops the renewal of the state lock, as in a paused process. */
function stopIntervals(): void {
  vi.useFakeTimers({ toFake: ['setInterval'] })
  onTestFinished(() => void vi.useRealTimers())
}

const query = 'v3/pay/transactions/out-trade-no/{out_trade_no}'

test('shares one state between two sandboxes, and notifies once', async () => {
  const merchant = await startMerchant()
  const { url } = await startRedis()
  const args = ['--redis', url, '--identity', temporaryFolder()]
  const first = await startCommand(args)
  const second = await startCommand(args)
  const [one, other] = [first, second].map(({ client }) => createClient(client))
  const { mchid } = first.client
  const order = { out_trade_no: 'ORDER_A1', query: { mchid } }

  await one!.chain('v3/pay/transactions/native').postAsync({ json: nativeOrder('ORDER_A1', merchant.url) })
  expect(await (await other!.chain(query).getAsync(order)).json()).toMatchObject({ trade_state: 'NOTPAY' })
  await control(second, 'POST', '/pay', { key: 'ORDER_A1' })
  expect(await (await one!.chain(query).getAsync(order)).json()).toMatchObject({ trade_state: 'SUCCESS' })
  const nextEvent = async () => (JSON.parse((await merchant.next()).body) as Notice).event_type
  expect(await nextEvent()).toBe('TRANSACTION.SUCCESS')

  await one!.chain('v3/refund/domestic/refunds').postAsync({ json: refundOf('ORDER_A1', 'R1', 60) })
  expect(await nextEvent()).toBe('REFUND.SUCCESS')
  const tooMuch = other!.chain('v3/refund/domestic/refunds').postAsync({ json: refundOf('ORDER_A1', 'R2', 60) })
  await expect(tooMuch).rejects.toMatchObject({ status: expect.any(Number), code: expect.any(String) })

  first.kill('SIGKILL')
  const third = await startCommand(args)
  expect((await control(third, 'GET', '/state')).body).toEqual((await control(second, 'GET', '/state')).body)
})

test('accepts one of two versions of an order sent to both sandboxes at once', async () => {
  const { url } = await startRedis()
  const args = ['--redis', url, '--identity', temporaryFolder()]
  const sandboxes = await Promise.all([startCommand(args), startCommand(args)])
  const clients = sandboxes.map(({ client }) => createClient(client))
  const orders = Array.from({ length: 20 }, (_, index) => `ORDER_A${index}`)
  const outcomes = await Promise.all(orders.map(async (order) => {
    const sent = clients.map((wxpay, index) => wxpay.chain('v3/pay/transactions/native').postAsync({
      json: { ...nativeOrder(order, 'http://127.0.0.1:9/'), description: `version ${index}` },
    }).then(() => 'placed', (error: unknown) => isApiError(error) ? error.code : error))
    return (await Promise.all(sent)).sort()
  }))
  expect(outcomes).toEqual(orders.map(() => ['OUT_TRADE_NO_USED', 'placed']))
})

test('waits only seconds for a sandbox that dies or pauses during a change', async () => {
  const { url } = await startRedis()
  const holder = await redisState(url)
  onTestFinished(() => holder.driver.dispose?.())
  const sandbox = await startCommand(['--redis', url])
  stopIntervals()
  await holder.mutex.acquire()
  const order = createClient(sandbox.client).chain('v3/pay/transactions/native')
    .postAsync({ json: nativeOrder('ORDER_A1', 'http://127.0.0.1:9/') })
  expect((await order).status).toBe(200)
})

test.each([
  ['has it', (redis: Redis) => redis.set('mutex:wxpay-sandbox-mutex', 'another process')],
  ['had it', (redis: Redis) => redis.del('mutex:wxpay-sandbox-mutex')],
])('stores nothing of a change that lost the state lock, if another process %s, and can lock again', async (_, take) => {
  const { url } = await startRedis()
  const redis = new Redis(url)
  onTestFinished(() => redis.disconnect())
  stopIntervals()
  const { driver, mutex } = await redisState(url)
  onTestFinished(() => driver.dispose?.())
  const setItems = (value: string) => driver.setItems?.([{ key: 'order', value }, { key: 'notification', value }])
  await mutex.acquire()
  await setItems('paid')
  await take(redis)
  await expect(setItems('refunded')).rejects.toThrow('lost the state lock after a pause of over 3 s; another process may have changed the same records, so nothing was stored')
  expect(await redis.mget('wxpay-sandbox:order', 'wxpay-sandbox:notification')).toEqual(['paid', 'paid'])
  await mutex.release()
  await redis.del('mutex:wxpay-sandbox-mutex')
  await mutex.acquire()
  await setItems('refunded')
  expect(await driver.getItem('order')).toBe('refunded')
  await mutex.release()
})

test('resets and notifies in a shared state', async () => {
  const { url } = await startRedis()
  const sandbox = await startCommand(['--redis', url])
  await createClient(sandbox.client).chain('v3/pay/transactions/native')
    .postAsync({ json: nativeOrder('ORDER_A1', 'http://127.0.0.1:9/') })
  expect(await control(sandbox, 'POST', '/reset')).toMatchObject({ status: 204 })
  const sample = { event_type: 'TRANSACTION.SUCCESS', notify_url: 'http://127.0.0.1:9/' }
  expect(await control(sandbox, 'POST', '/notify', sample)).toMatchObject({ status: 200 })
  expect(await control(sandbox, 'GET', '/state')).toMatchObject({ body: [] })
  expect(await control(sandbox, 'GET', '/notifications')).toMatchObject({ body: [{ event_type: 'TRANSACTION.SUCCESS' }] })
})

test('keeps other data in the Redis when the state is cleared', async () => {
  const { url } = await startRedis()
  const others = new Redis(url)
  onTestFinished(() => others.disconnect())
  await others.set('basket', 'full')
  const storage = createStorage(await redisState(url))
  onTestFinished(storage.dispose)
  await storage.setItem('order', { paid: true })
  expect(await others.keys('*')).toEqual(expect.arrayContaining(['basket', 'wxpay-sandbox:order']))
  await storage.clear()
  expect(await others.keys('*')).toEqual(['basket'])
})

test('reports a lost Redis to the client and the log, and keeps running', async () => {
  const { url, stop } = await startRedis()
  const sandbox = await startCommand(['--redis', url])
  const wxpay = createClient(sandbox.client)
  stop()
  for (let time = 0; time < 2; time++) {
    const order = wxpay.chain('v3/pay/transactions/native').postAsync({ json: nativeOrder('ORDER_A1', 'http://127.0.0.1:9/') })
    await expect(order).rejects.toThrow()
    expect(JSON.parse(await sandbox.log.next())).toMatchObject({ event: 'failure', message: expect.any(String) })
    expect(JSON.parse(await sandbox.log.next())).toMatchObject({ event: 'request', status: 500 })
  }
})

test.each([
  ['redis://user:hidden@127.0.0.1:9', 'no Redis at 127.0.0.1:9: connect ECONNREFUSED 127.0.0.1:9'],
  ['http://user:hidden@127.0.0.1:9', '--redis needs a URL such as redis://127.0.0.1:6379'],
  ['user:hidden@127.0.0.1', '--redis needs a URL such as redis://127.0.0.1:6379'],
  ['redis://redis.invalid', /^no Redis at redis\.invalid: getaddrinfo/],
])('rejects %s without showing the password', async (url, message) => {
  await expect(redisState(url)).rejects.toThrow(message)
})
