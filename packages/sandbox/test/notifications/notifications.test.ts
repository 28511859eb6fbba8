import { createDecipheriv, createVerify } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Notification } from '../../src/index.ts'
import { openFlow } from '../support/flow.ts'
import { identity, now } from '../support/identity.ts'

async function paid(api = openFlow(), scenario?: string) {
  await api.post('/v3/pay/transactions/native', {
    mchid: '1900000109', out_trade_no: 'ORDER_A1', notify_url: 'https://shop.example/notify', amount: { total: 1 },
  })
  api.control.scenario.set(scenario)
  await api.control.pay()
  return api
}

/** Whether Node's OpenSSL verifies the signature of the body. */
function isSigned(headers: Record<string, string>, body: string) {
  const message = `${headers['Wechatpay-Timestamp']}\n${headers['Wechatpay-Nonce']}\n${body}\n`
  return createVerify('RSA-SHA256').update(message)
    .verify(identity.platform.certificate, headers['Wechatpay-Signature']!, 'base64')
}

/** Decrypts a notification's resource with Node's OpenSSL. */
function decrypt(body: string) {
  const { resource } = JSON.parse(body)
  const bytes = Buffer.from(resource.ciphertext, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', identity.secret, resource.nonce)
    .setAAD(Buffer.from(resource.associated_data)).setAuthTag(bytes.subarray(-16))
  return JSON.parse(decipher.update(bytes.subarray(0, -16)).toString() + decipher.final().toString())
}

test('signs and encrypts the envelope as WeChat Pay does', async () => {
  const [notification] = await (await paid()).control.notifications()
  const { headers, body, resource } = notification!
  expect(JSON.parse(body)).toEqual({
    id: notification!.id,
    create_time: '2025-01-02T11:04:05+08:00',
    resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    resource: {
      original_type: 'transaction', algorithm: 'AEAD_AES_256_GCM', ciphertext: expect.any(String),
      associated_data: 'transaction', nonce: expect.stringMatching(/^.{12}$/),
    },
  })
  expect(isSigned(headers, body)).toBe(true)
  expect(headers['Wechatpay-Serial']).toBe(identity.platform.serial)
  expect(decrypt(body)).toEqual(resource)
})

test('signs each attempt again over the same body', async () => {
  const { control } = await paid()
  const [notification] = await control.notifications()
  const { url, headers, body } = await control.attempt(notification!)
  expect([url, body]).toEqual(['https://shop.example/notify', notification!.body])
  expect(headers['Wechatpay-Nonce']).not.toBe(notification!.headers['Wechatpay-Nonce'])
  expect(isSigned(headers, body)).toBe(true)
})

test('calls listeners with each stored notification until they stop', async () => {
  const api = openFlow()
  const received: Notification[] = []
  const stop = api.control.onNotification(notification => received.push(notification))
  await paid(api)
  expect(received).toEqual(await api.control.notifications())
  stop()
  await api.control.complain('ORDER_A1')
  expect(received).toHaveLength(1)
  expect((await api.control.notifications()).map(({ event_type }) => event_type)).toEqual([
    'TRANSACTION.SUCCESS', 'COMPLAINT.CREATE',
  ])
})

test('stores the results of deliveries', async () => {
  const { control } = await paid()
  const [{ id }] = await control.notifications() as [Notification]
  await control.recordDelivery(id, { at: now(), status: 500 })
  await control.recordDelivery(id, { at: now() + 1, error: 'no response' })
  expect((await control.notifications())[0]?.deliveries).toEqual([
    { at: now(), status: 500 }, { at: now() + 1, error: 'no response' },
  ])
  await control.recordDelivery('unknown', { at: 0 })
  expect(await control.notifications()).toHaveLength(1)
})

test('keeps every one of the deliveries recorded at the same time', async () => {
  const { control } = await paid()
  const [notification] = await control.notifications()
  const record = (status: number) => control.recordDelivery(notification!.id, { at: now(), status })
  await Promise.all([500, 502, 204].map(record))
  const { deliveries } = (await control.notification(notification!.id))!
  expect(deliveries.map(({ status }) => status)).toEqual([500, 502, 204])
})

test.each([
  ['WRONG_SIGNATURE', /^[A-Za-z\d+/]{342}==$/], ['SIGNATURE_PROBE', /^WECHATPAY\/SIGNTEST\/[A-Za-z\d+/]{323}==$/],
])('sends the first attempt in scenario %s with a wrong signature, and the next with a right one', async (name, form) => {
  const { control } = await paid(openFlow(), name)
  const [notification] = await control.notifications()
  const first = await control.attempt(notification!)
  for (const { headers, body } of [notification!, first]) {
    expect(headers['Wechatpay-Signature']).toMatch(form)
    expect(isSigned(headers, body)).toBe(false)
  }
  await control.recordDelivery(notification!.id, { at: now(), status: 401 })
  const again = await control.attempt((await control.notification(notification!.id))!)
  expect(isSigned(again.headers, again.body)).toBe(true)
})

test('names the public key in the notifications of a merchant that has no certificate', async () => {
  const { control } = await paid(openFlow(), 'PUBLIC_KEY_ONLY')
  const [{ headers, body }] = await control.notifications() as [Notification]
  expect(headers['Wechatpay-Serial']).toBe(identity.platform.publicKeyId)
  expect(isSigned(headers, body)).toBe(true)
})

test('keeps the key of a notification of the transition for its other attempts', async () => {
  const { control } = await paid(openFlow(), 'PUBLIC_KEY_TRANSITION')
  const [notification] = await control.notifications()
  const serials = await Promise.all(Array.from({ length: 20 }, async () =>
    (await control.attempt(notification!)).headers['Wechatpay-Serial']))
  expect(new Set(serials)).toEqual(new Set([notification!.headers['Wechatpay-Serial']]))
})

test('takes the scenario of a notification from the request that causes it', async () => {
  const api = await paid()
  const header = { 'Sandbox-Scenario': 'NOTIFY_LOST' }
  await api.post('/v3/refund/domestic/refunds', {
    out_trade_no: 'ORDER_A1', out_refund_no: 'REFUND_A1', notify_url: 'https://shop.example/notify',
    amount: { refund: 1, total: 1, currency: 'CNY' },
  }, { headers: header })
  api.control.scenario.set('NOTIFY_TWICE')
  await api.control.complain('ORDER_A1')
  const sent = await api.control.notifications()
  expect(sent.map(({ event_type, scenario }) => [event_type, scenario?.name])).toEqual([
    ['TRANSACTION.SUCCESS', undefined], ['REFUND.SUCCESS', 'NOTIFY_LOST'], ['COMPLAINT.CREATE', 'NOTIFY_TWICE'],
  ])
})
