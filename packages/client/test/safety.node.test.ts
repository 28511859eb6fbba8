import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '../src/client.ts'
import { isSignatureError, isWebhookError } from '../src/index.ts'
import { notify, platform as sealer, seal, secret, serial, transaction } from './support/notification.ts'
import { type Echo, type Platform, type Reply, replying, startPlatform } from './support/platform.ts'
import { twins } from './support/twins.ts'

// Known faults of other clients, against a platform that checks signatures with node:crypto alone.

let platform: Platform
beforeAll(async () => { platform = await startPlatform() })
afterAll(() => platform.close())

/** A fixed clock, since these timestamps are at the limit. */
const now = Date.now()
const timestampAt = (offset: number) => String(Math.floor(now / 1000) + offset)
const client = () => createClient({ ...platform.options, now: () => now })

/** The request that the platform got, with a valid signature of the merchant. */
const echoOf = ({ body }: { body: string }): Echo => {
  const echo = JSON.parse(body) as Echo
  expect(echo.signed).toBe(true)
  return echo
}

describe.each(Object.entries(twins))('%s', (_, call) => {
  it.each<[string, Reply]>([
    ['without a signature', { signature: 'none' }],
    ['with another signature', { signature: 'wrong' }],
    ['of a created resource, without a signature', { signature: 'none', status: 201 }],
    ['with an unknown serial number', { serial: 'PUB_KEY_ID_UNKNOWN' }],
    ['with a timestamp that is not a number', { timestamp: 'now' }],
    ['with a timestamp that is empty', { timestamp: '' }],
    ['with a timestamp in hexadecimal', { timestamp: '0x6923e5a0' }],
    ['with a timestamp that is not a whole number', { timestamp: '1e10' }],
    ['with an old timestamp', { timestamp: timestampAt(-301) }],
    ['with a future timestamp', { timestamp: timestampAt(301) }],
  ])('refuses a response %s, without its body', async (_, reply) => {
    const body = '{"secret":"made up"}'
    const error: unknown = await call(client().v3.x, 'post', replying({ ...reply, body }))
      .catch((error: unknown) => error)
    expect(isSignatureError(error)).toBe(true)
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('made up')
  })

  it('refuses a 204 without a signature', async () => {
    await expect(call(client().v3.x, 'post', replying({ status: 204, body: '', signature: 'none' })))
      .rejects.toSatisfy(isSignatureError)
  })

  it('signs a POST without a body as an empty body', async () => {
    expect(echoOf(await call(client().v3.x, 'post'))).toMatchObject({ method: 'POST', body: '' })
  })

  it('signs a query with a colon, a space and Chinese as it is sent', async () => {
    const query = { time: '2026-03-12T10:15:00+08:00', name: '微风 便利', list: 'a,b' }
    const { url } = echoOf(await call(client().v3.x, 'get', { query }))
    expect(Object.fromEntries(new URL(url, 'https://host').searchParams)).toEqual(query)
  })

  it('keeps a path variable in one segment and signs it as it is sent', async () => {
    const { url } = echoOf(await call(client().v3.orders._id_.close, 'post', { id: '../a b/?c=1#用' }))
    expect(url).toBe('/v3/orders/..%2Fa%20b%2F%3Fc%3D1%23%E7%94%A8/close')
  })

  it.each([undefined, '', '.', '..'])('sends nothing if a path variable is %j', async (id) => {
    const before = await platform.heard()
    await expect(call(client().v3.orders._id_.close, 'post', { id }))
      .rejects.toThrow('id: this variable of /v3/orders/{id}/close')
    expect(await platform.heard()).toBe(before)
  })

  it.each([301, 302, 303, 307, 308])('does not follow a redirect (%i) with the signature', async (status) => {
    const before = await platform.heard()
    const headers = { Location: `${platform.baseUrl}/v3/elsewhere` }
    await expect(call(client().v3.x, 'get', replying({ status, headers, body: '' }))).rejects.toThrow('redirect')
    expect(await platform.heard()).toBe(before + 1)
  })

  it('signs only the meta of an upload', async () => {
    const meta = { filename: 'a.png', sha256: '0'.repeat(64) }
    const file = new Uint8Array([0x89, 0x50, 0x4e, 0x47])
    const { body, headers } = echoOf(await call(client().v3.merchant.media.upload, 'post', { body: { meta, file } }))
    expect(headers['content-type']).toMatch(/^multipart\/form-data; ?boundary=/)
    expect(body).toContain(JSON.stringify(meta))
  })
})

it('sends nothing if a chain is awaited, printed or compared', async () => {
  const before = await platform.heard()
  const wxpay = client()
  await wxpay.v3
  await Promise.resolve(wxpay.v3.orders)
  expect(JSON.stringify({ chain: wxpay.v3.orders })).toBe('{"chain":"/v3/orders"}')
  expect(`${wxpay.v3.orders}`).toBe('/v3/orders')
  expect(String(wxpay.v3) === '/v3' && wxpay.v3 !== wxpay.v3.orders).toBe(true)
  expect(await platform.heard()).toBe(before)
})

it('checks the tag of a notification\'s ciphertext even if the signature is valid', async () => {
  const wxpay = createClient({ ...platform.options, certs: { [serial]: sealer.publicKey }, secret })
  const sealed = seal(transaction)
  const bytes = Buffer.from(sealed.ciphertext, 'base64')
  bytes[bytes.length - 1]! ^= 1
  const body = (ciphertext: string) => JSON.stringify({ id: 'E', resource: { ...sealed, ciphertext } })
  const tampered = notify({ body: body(bytes.toString('base64')) })
  await expect(wxpay.webhook.parse(tampered)).rejects.toSatisfy(isWebhookError)
  const whole = notify({ body: body(sealed.ciphertext) })
  expect(await wxpay.webhook.parse(whole)).toMatchObject({ resource: transaction })
})
