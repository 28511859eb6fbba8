import { createServer, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { fc, fuzz } from '../../../../test/support/fuzz.ts'
import { describe, expect, it } from 'vitest'
import { readPublicKey } from '../../src/crypto/key-input.ts'
import { createPublicKey } from '../../src/crypto/public-key.ts'
import { parseWebhook } from '../../src/webhook/parse.ts'
import type { WebhookSource } from '../../src/webhook/read-source.ts'
import { notify, platform, seal, secret, serial, transaction } from '../support/notification.ts'

const key = createPublicKey(readPublicKey('certs', platform.publicKey).key)
const settings = { certs: new Map([[serial, key]]), secret, now: Date.now }
const parse = (source: unknown, other: object = {}) =>
  parseWebhook({ ...settings, ...other }, source as WebhookSource)
const event = {
  id: 'EV-2018022511223320873', create_time: '2015-05-20T13:29:35+08:00', resource_type: 'encrypt-resource',
  event_type: 'TRANSACTION.SUCCESS', summary: '支付成功', original_type: 'transaction', resource: transaction,
}

/** A notification whose body a framework parsed and wrote again. */
function rewrite(write: (body: string) => string) {
  const { headers, body } = notify()
  return { headers, body: write(body) }
}

/** Writes JSON as PHP's `json_encode` does. */
const escapeUnits = (body: string) => body.replaceAll('/', '\\/')
  .replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A signature probe, as WeChat Pay's documentation describes it. */
function probe({ headers, body }: ReturnType<typeof notify>) {
  const signature = `WECHATPAY/SIGNTEST/${headers['Wechatpay-Signature'].slice(19)}`
  return { headers: { ...headers, 'Wechatpay-Signature': signature }, body }
}

/** Receives one notification with a Node server and returns the result of `use`. */
async function receive<T>(use: (request: IncomingMessage) => Promise<T>): Promise<T> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { headers, body } = notify()
  const sent = fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { method: 'POST', headers, body })
  const [request, response] = await once(server, 'request')
  try {
    return await use(request)
  } finally {
    response.end()
    await sent
    server.close()
  }
}

describe('reads a notification from', () => {
  const { headers, body } = notify()
  const bytes = new TextEncoder().encode(body)

  it.each<[string, unknown]>([
    ['text', { headers, body }],
    ['bytes', { headers, body: bytes }],
    ['a Buffer', { headers, body: Buffer.from(body) }],
    ['an ArrayBuffer', { headers, body: bytes.buffer }],
    ['Headers', { headers: new Headers(headers), body }],
    ['the Headers of a framework', { headers: new Map(Object.entries(headers)), body }],
    ['a Request', new Request('https://merchant.example/notify', { method: 'POST', headers, body })],
    ['a Request whose body cannot be iterated', { headers, body: {}, arrayBuffer: async () => bytes.buffer }],
    ['a stream', { headers, body: new Response(body).body }],
    ['what express.raw() leaves', Object.assign((async function* () {})(), { headers, body: Buffer.from(body), readableEnded: true })],
  ])('%s', async (_, source) => {
    expect(await parse(source)).toEqual(event)
  })

  it('Node\'s IncomingMessage', async () => {
    expect(await receive(request => parse(request))).toEqual(event)
  })
})

describe('throws an ArgumentError with advice for a body that is', () => {
  const { headers, body } = notify()

  it.each<[string, unknown, RegExp]>([
    ['parsed', { headers, body: JSON.parse(body) }, /^body: expected text or bytes, got parsed JSON; use the raw body/],
    ['missing', { headers }, /^body: expected text or bytes/],
    ['headers missing', { body }, /^headers: expected the headers/],
    ['nothing', undefined, /^headers: /],
  ])('%s', async (_, source, message) => {
    await expect(parse(source)).rejects.toMatchObject({ name: 'ArgumentError', message: expect.stringMatching(message) })
  })

  it('read before', async () => {
    const request = new Request('https://merchant.example/notify', { method: 'POST', headers, body })
    await request.text()
    await expect(parse(request)).rejects.toThrow('body: was read before')
    await expect(receive(async (message) => {
      await message.toArray()
      return parse(message)
    })).rejects.toThrow('body: was read before; use { headers, body } with its bytes')
  })
})

describe('throws a WebhookError for a notification', () => {
  const refused = (source: unknown) =>
    parse(source).then(() => expect.fail('was let pass'), (error: unknown) => error)

  it.each<[string, unknown, RegExp]>([
    ['that is late', notify({ timestamp: Math.floor(Date.now() / 1000) - 302 }), /-30\d s off this clock/],
    ['that is early', notify({ timestamp: Math.floor(Date.now() / 1000) + 400 }), /s off this clock/],
    ['whose timestamp is not a number', notify({ timestamp: 'NaN' }), /whole number/],
    ['without a signature', { ...notify(), headers: {} }, /Wechatpay-Signature missing/],
    ['of an unknown key', notify({ serial: 'PUB_KEY_ID_2' }), /"PUB_KEY_ID_2" is not in certs/],
    ['whose body was changed', { ...notify(), body: notify().body.replace('支付成功', '支付失败') }, /does not match/],
    ['whose body is not JSON any more', { ...notify(), body: notify().body.slice(0, -9) }, /does not match/],
    ['whose body was indented', rewrite(body => JSON.stringify(JSON.parse(body), null, 2)), /written again; use the raw body/],
    ['whose body was escaped', rewrite(escapeUnits), /written again; use the raw body/],
    ['that is a probe', probe(notify()), /is a WECHATPAY\/SIGNTEST\/ probe/],
    ['that is not JSON', notify({ body: 'x' }), /it is not JSON/],
    ['that is null', notify({ body: 'null' }), /no encrypted resource/],
    ['without a resource', notify({ body: '{}' }), /no encrypted resource/],
    ['for another secret', notify({ key: 'x'.repeat(32) }), /not encrypted with this secret/],
    ['whose resource was changed', notify({ body: JSON.stringify({ resource: { ...seal({}), nonce: '000000000000' } }) }), /not encrypted/],
  ])('%s', async (_, source, reason) => {
    const error = await refused(source)
    expect(error).toMatchObject({ name: 'WebhookError', reason: expect.stringMatching(reason) })
    expect(`${error}${JSON.stringify(error)}`).not.toContain(secret)
  })

  it('whose decryption fails, with the cause', async () => {
    expect(await refused(notify({ key: 'x'.repeat(32) }))).toMatchObject({ serial, cause: { name: 'DecryptionError' } })
  })

  it('that does not end', async () => {
    const stream = (async function* () { for (;;) yield new Uint8Array(65_536) })()
    expect(await refused(Object.assign(stream, { headers: {} }))).toMatchObject({ name: 'WebhookError', reason: /longer than/ })
  })

  it('with any changed byte', async () => {
    const { headers, body } = notify()
    const right = Buffer.from(body)
    const [spot, flip] = [fc.nat(right.length - 1), fc.integer({ min: 1, max: 255 })]
    await fuzz(fc.asyncProperty(spot, flip, async (at, change) => {
      const changed = Buffer.from(right)
      changed[at]! ^= change
      expect(await refused({ headers, body: changed })).toHaveProperty('name', 'WebhookError')
    }))
  })

  it('with any changed character in its signed headers', async () => {
    const { headers, body } = notify()
    const names = ['Wechatpay-Timestamp', 'Wechatpay-Nonce', 'Wechatpay-Serial', 'Wechatpay-Signature'] as const
    await fuzz(fc.asyncProperty(fc.constantFrom(...names), fc.nat(400), async (name, at) => {
      const value = headers[name]
      const spot = at % value.length
      const changed = value.slice(0, spot) + (value[spot] === '1' ? '2' : '1') + value.slice(spot + 1)
      expect(await refused({ headers: { ...headers, [name]: changed }, body })).toHaveProperty('name', 'WebhookError')
    }))
  })
})

it('throws an ArgumentError without a secret', async () => {
  await expect(parse(notify(), { secret: undefined })).rejects.toMatchObject({ name: 'ArgumentError', argument: 'secret' })
})
