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

// Each test starts processes, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 })

beforeAll(() => requireProgram('redis-server'), 5 * 60_000)

/** As in a process that stands still, the right to change the state is not renewed. */
function stopIntervals(): void {
  vi.useFakeTimers({ toFake: ['setInterval'] })
  onTestFinished(() => void vi.useRealTimers())
}

const query = 'v3/pay/transactions/out-trade-no/{out_trade_no}'

test('two sandboxes share one state: what one is told the other knows, and one of them notifies', async () => {
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
  const told = async () => (JSON.parse((await merchant.next()).body) as Notice).event_type
  expect(await told()).toBe('TRANSACTION.SUCCESS')

  await one!.chain('v3/refund/domestic/refunds').postAsync({ json: refundOf('ORDER_A1', 'R1', 60) })
  expect(await told()).toBe('REFUND.SUCCESS')
  const tooMuch = other!.chain('v3/refund/domestic/refunds').postAsync({ json: refundOf('ORDER_A1', 'R2', 60) })
  await expect(tooMuch).rejects.toMatchObject({ status: expect.any(Number), code: expect.any(String) })

  first.kill('SIGKILL')
  const third = await startCommand(args)
  expect((await control(third, 'GET', '/state')).body).toEqual((await control(second, 'GET', '/state')).body)
})

test('of the same order sent to both at once in two versions, one is placed and the other refused', async () => {
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

test('a sandbox that dies or stands still while it changes the state keeps the others waiting for seconds only', async () => {
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

test('who lost the right to change the state meanwhile is told so by his change, and goes on', async () => {
  const { url } = await startRedis()
  const redis = new Redis(url)
  onTestFinished(() => redis.disconnect())
  stopIntervals()
  const { driver, mutex } = await redisState(url)
  onTestFinished(() => driver.dispose?.())
  await mutex.acquire()
  await redis.set('mutex:wxpay-sandbox-mutex', 'another process')
  vi.advanceTimersByTime(3000)
  // Answered after what the timer asks on the same connection, which takes two questions.
  for (let question = 0; question < 3; question++) await driver.getItem('order')
  await expect(mutex.release()).rejects.toThrow('another may have changed the same')
  await redis.del('mutex:wxpay-sandbox-mutex')
  await mutex.acquire()
  await mutex.release()
})

test('reset leaves alone what else is in the Redis', async () => {
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

test('a Redis that is gone is a failure of the sandbox, told to the client and the log; the sandbox stays', async () => {
  const { url, stop } = await startRedis()
  const sandbox = await startCommand(['--redis', url])
  const wxpay = createClient(sandbox.client)
  stop()
  for (let time = 0; time < 2; time++) {
    const order = wxpay.chain('v3/pay/transactions/native').postAsync({ json: nativeOrder('ORDER_A1', 'http://127.0.0.1:9/') })
    await expect(order).rejects.toThrow()
    expect(JSON.parse(await sandbox.lines.next())).toMatchObject({ event: 'failure', message: expect.any(String) })
    expect(JSON.parse(await sandbox.lines.next())).toMatchObject({ event: 'request', status: 500 })
  }
})

test.each([
  ['redis://user:hidden@127.0.0.1:9', 'no Redis at 127.0.0.1:9: connect ECONNREFUSED 127.0.0.1:9'],
  ['http://user:hidden@127.0.0.1:9', '--redis needs a URL such as redis://127.0.0.1:6379'],
  ['user:hidden@127.0.0.1', '--redis needs a URL such as redis://127.0.0.1:6379'],
  ['redis://redis.invalid', /^no Redis at redis\.invalid: getaddrinfo/],
])('%s is told to be unreachable, without its password', async (url, message) => {
  await expect(redisState(url)).rejects.toThrow(message)
})
