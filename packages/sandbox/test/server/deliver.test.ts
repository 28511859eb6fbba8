import { EventEmitter } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import type { Delivery, Notification } from '../../src/notifications/notification.ts'
import { deliverNotifications, type DeliveryOptions } from '../../src/server/deliver.ts'
import type { NotificationEvent, ServerEvent } from '../../src/server/events.ts'
import { createInbox } from '../support/inbox.ts'
import { startMerchant } from '../support/merchant.ts'

/** From WeChat Pay's documentation, 支付成功回调通知: 通知频率. */
const documented = '15s/15s/30s/3m/10m/20m/30m/30m/30m/60m/3h/3h/3h/6h/6h'
const seconds = { s: 1, m: 60, h: 3600 }
const waits = documented.split('/').map(text => parseInt(text) * seconds[text.at(-1) as 's' | 'm' | 'h'])

type Fate = NonNullable<NonNullable<Notification['scenario']>['notifications']>

function notificationTo(notify_url: string, deliveries: Delivery[] = [], id = 'a7c1', fate?: Fate): Notification {
  return {
    id, event_type: 'TRANSACTION.SUCCESS', notify_url, headers: {}, body: '{"id":"a7c1"}', resource: {},
    createdAt: 0, deliveries, ...fate && { scenario: { name: 'NOTIFY', notifications: fate } },
  }
}

/** Delivers from an outbox with `pending` notifications until the test ends, with waits of milliseconds. */
async function start(options: DeliveryOptions & { pending?: Notification[] } = {}) {
  const { pending = [], ...rest } = options
  const outbox = new EventEmitter()
  const stored = new Map(pending.map(notification => [notification.id, notification]))
  const events = createInbox<ServerEvent>()
  const recorded: Delivery[] = []
  let signatures = 0
  const deliveries = await deliverNotifications({
    notifications: async () => pending,
    notification: async id => stored.get(id),
    onNotification: (listener) => {
      outbox.on('new', listener)
      return () => outbox.off('new', listener)
    },
    attempt: async ({ notify_url: url, body }) =>
      ({ url, body, headers: { 'wechatpay-signature': `${++signatures}` } }),
    recordDelivery: async (id, delivery) => {
      const notification = stored.get(id)!
      stored.set(id, { ...notification, deliveries: [...notification.deliveries, delivery] })
      recorded.push(delivery)
    },
    clock: { offset: () => 0, advance: () => {} },
  }, { scale: 0.00001, ...rest }, events.add)
  onTestFinished(deliveries.stop)
  return {
    ...deliveries,
    recorded,
    notify(url: string, id?: string, fate?: Fate) {
      const notification = notificationTo(url, [], id, fate)
      stored.set(notification.id, notification)
      outbox.emit('new', notification)
    },
    event: () => events.next() as Promise<NotificationEvent>,
  }
}

test.each([200, 204])('posts a notification once if the merchant responds %i', async (status) => {
  const merchant = await startMerchant((_, response) => response.writeHead(status).end('{}'))
  const outbox = await start()
  outbox.notify(merchant.url)
  expect(await outbox.event()).toEqual({
    event: 'notification', id: 'a7c1', type: 'TRANSACTION.SUCCESS', url: merchant.url, attempt: 1, status,
  })
  expect(merchant.received).toMatchObject([{ method: 'POST', url: '/notify', body: '{"id":"a7c1"}' }])
  expect(outbox.recorded).toMatchObject([{ status }])
})

test('repeats failed attempts on the documented schedule, signs each one, then gives up', async () => {
  const merchant = await startMerchant((_, response) => response.writeHead(500).end())
  const outbox = await start({ scale: 0.0000001 })
  outbox.notify(merchant.url)
  const events: NotificationEvent[] = []
  do events.push(await outbox.event())
  while (events.at(-1)?.retryIn !== undefined)
  expect(events.map(({ retryIn = 0 }) => Math.round(retryIn * 10_000_000))).toEqual([...waits, 0])
  expect(merchant.received.map(({ headers }) => headers['wechatpay-signature']))
    .toEqual(events.map((_, index) => `${index + 1}`))
  expect(outbox.recorded).toHaveLength(16)
  expect(outbox.recorded[0]).toMatchObject({ status: 500, error: 'responded 500 instead of 200 or 204' })
})

test('stops after a success', async () => {
  const statuses = [503, 503, 200]
  const merchant = await startMerchant((_, response) => response.writeHead(statuses.shift()!).end())
  const outbox = await start()
  outbox.notify(merchant.url)
  const attempts = [await outbox.event(), await outbox.event(), await outbox.event()]
  expect(attempts.map(({ status, retryIn }) => [status, retryIn !== undefined]))
    .toEqual([[503, true], [503, true], [200, false]])
})

test('does not follow redirects', async () => {
  const elsewhere = await startMerchant()
  const merchant = await startMerchant((_, response) =>
    response.writeHead(307, { Location: elsewhere.url }).end())
  const outbox = await start()
  outbox.notify(merchant.url)
  expect(await outbox.event()).toMatchObject({ status: 307, error: 'responded 307 instead of 200 or 204' })
  expect(elsewhere.received).toEqual([])
})

test('reports why it cannot connect', async () => {
  const outbox = await start()
  outbox.notify('http://127.0.0.1:9/notify')
  expect(await outbox.event()).toMatchObject({ attempt: 1, error: expect.stringMatching(/ECONNREFUSED|bad port/) })
})

test.each([
  'http://merchant.example/notify', 'http://localhost.merchant.example/', 'http://10.0.0.1/', 'http://0.0.0.0:80/',
  'http://169.254.169.254/latest', 'http://127.0.0.1@merchant.example/', 'file:///etc/passwd', 'ftp://127.0.0.1/', 'nonsense',
])('does not send to %s', async (url) => {
  const outbox = await start()
  outbox.notify(url)
  expect(await outbox.event()).toMatchObject({ attempt: 1, error: 'this host is not allowed (--allow-notify)' })
  expect(outbox.recorded).toMatchObject([{ error: 'this host is not allowed (--allow-notify)' }])
})

test.each([
  'merchant.invalid', 'Merchant.INVALID', 'merchant.invalid:3000', 'https://merchant.invalid/notify',
])('sends to a host that is allowed as %s', async (host) => {
  const outbox = await start({ allow: [host] })
  outbox.notify('http://merchant.invalid/notify')
  expect(await outbox.event()).toMatchObject({ attempt: 1, error: expect.not.stringContaining('allowed') })
})

test('delivers pending notifications after a restart, not those accepted or given up', async () => {
  const merchant = await startMerchant()
  const failure = { at: 0, status: 500 }
  const outbox = await start({
    pending: [
      notificationTo(`${merchant.url}/given-up`, Array.from({ length: 16 }, () => failure), 'b'),
      notificationTo(`${merchant.url}/accepted`, [failure, { at: 0, status: 204 }], 'c'),
      notificationTo(`${merchant.url}/owed`, [failure]),
    ],
  })
  expect(await outbox.event()).toMatchObject({ url: `${merchant.url}/owed`, attempt: 2, status: 204 })
  expect(merchant.received).toHaveLength(1)
})

test('resends a notification, however it ended before', async () => {
  const statuses = [200, 500]
  const merchant = await startMerchant((_, response) => response.writeHead(statuses.shift()!).end())
  const outbox = await start({ pending: [notificationTo(merchant.url, [{ at: 0, status: 200 }])] })
  expect(await outbox.resend('a7c1')).toEqual({ status: 200 })
  expect(await outbox.event()).toMatchObject({ id: 'a7c1', attempt: 2, status: 200 })
  expect(await outbox.resend('a7c1')).toMatchObject({ status: 500 })
  expect(await outbox.event()).not.toHaveProperty('retryIn')
  expect(outbox.recorded).toMatchObject([{ status: 200 }, { status: 500 }])
  await expect(outbox.resend('b')).rejects.toThrow('unknown notification b')
})

test('rejects to resend a notification without an address', async () => {
  const outbox = await start({ pending: [notificationTo('')] })
  await expect(outbox.resend('a7c1')).rejects.toThrow(new RangeError('notification a7c1 has no notify_url'))
  expect(outbox.recorded).toEqual([])
})

test('stops after a resent notification is accepted', async () => {
  const statuses = [500, 200, 500]
  const merchant = await startMerchant((_, response) => response.writeHead(statuses.shift() ?? 200).end())
  const outbox = await start({ scale: 0.005 })
  outbox.notify(merchant.url, 'A')
  expect(await outbox.event()).toMatchObject({ id: 'A', attempt: 1, status: 500, retryIn: 0.075 })
  await outbox.resend('A')
  expect(await outbox.event()).toMatchObject({ id: 'A', attempt: 2, status: 200 })
  // Its second attempt comes after the time of another attempt of A.
  outbox.notify(merchant.url, 'B')
  expect(await outbox.event()).toMatchObject({ id: 'B', attempt: 1, status: 500 })
  expect(await outbox.event()).toMatchObject({ id: 'B', attempt: 2, status: 200 })
})

test('counts a failed resend as an attempt', async () => {
  const statuses = [500, 500]
  const merchant = await startMerchant((_, response) => response.writeHead(statuses.shift() ?? 200).end())
  const outbox = await start({ scale: 0.005 })
  outbox.notify(merchant.url)
  expect(await outbox.event()).toMatchObject({ attempt: 1, status: 500 })
  await outbox.resend('a7c1')
  expect([await outbox.event(), await outbox.event()]).toMatchObject([
    { attempt: 2, status: 500 },
    { attempt: 3, status: 200 },
  ])
})

test('waits as long as a timer can if the wait is longer', async () => {
  const merchant = await startMerchant((_, response) => response.writeHead(500).end())
  const outbox = await start({ scale: 1_000_000 })
  for (const id of ['A', 'B', 'C']) {
    outbox.notify(merchant.url, id)
    expect(await outbox.event()).toMatchObject({ id, attempt: 1, retryIn: 15_000_000 })
  }
})

test('gives up pending notifications if cancelled, and delivers new ones', async () => {
  const merchant = await startMerchant((_, response) => response.writeHead(500).end())
  const outbox = await start({ scale: 1 })
  outbox.notify(merchant.url)
  expect(await outbox.event()).toMatchObject({ retryIn: 15 })
  outbox.cancel()
  outbox.notify(merchant.url)
  expect(await outbox.event()).toMatchObject({ attempt: 1, retryIn: 15 })
  outbox.stop()
  outbox.notify(merchant.url)
  expect(merchant.received).toHaveLength(2)
})

test('posts a notification twice at once if a scenario repeats it', async () => {
  const merchant = await startMerchant()
  const outbox = await start()
  outbox.notify(merchant.url, 'A', 'twice')
  expect([await outbox.event(), await outbox.event()]).toMatchObject([{ id: 'A', status: 204 }, { id: 'A', status: 204 }])
  expect(new Set(merchant.received.map(({ body }) => body)).size).toBe(1)
  expect(outbox.recorded).toHaveLength(2)
})

test('posts a late notification after another that is not', async () => {
  const merchant = await startMerchant()
  const outbox = await start({ scale: 0.005 })
  outbox.notify(`${merchant.url}/late`, 'A', 'late')
  outbox.notify(`${merchant.url}/usual`, 'B')
  expect([await outbox.event(), await outbox.event()].map(({ id }) => id)).toEqual(['B', 'A'])
})

test('swaps notifications in pairs', async () => {
  const merchant = await startMerchant()
  const outbox = await start({ scale: 1000 })
  for (const id of ['A', 'B', 'C', 'D']) {
    outbox.notify(merchant.url, id, 'swapped')
    if (id === 'B') expect([await outbox.event(), await outbox.event()].map(({ id }) => id)).toEqual(['B', 'A'])
  }
  expect([await outbox.event(), await outbox.event()].map(({ id }) => id)).toEqual(['D', 'C'])
})

test('posts a swapped notification alone if no other follows', async () => {
  const merchant = await startMerchant()
  const outbox = await start()
  outbox.notify(merchant.url, 'A', 'swapped')
  expect(await outbox.event()).toMatchObject({ id: 'A', status: 204 })
})

test('never posts a lost notification, except by hand', async () => {
  const merchant = await startMerchant()
  const lost = notificationTo(merchant.url, [], 'B', 'lost')
  const outbox = await start({ pending: [lost] })
  outbox.notify(merchant.url, 'A', 'lost')
  expect(await outbox.event()).toMatchObject({ id: 'A', error: 'lost, as scenario NOTIFY wants' })
  expect(outbox.recorded).toEqual([])
  expect(await outbox.resend('B')).toEqual({ status: 204 })
  expect(merchant.received).toHaveLength(1)
})
