import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Call, Outcome } from '../../support/client-worker.ts'
import { createBrowserKeys } from '../../support/web-crypto.ts'

describe('in a dedicated worker, with a service worker that responds', () => {
  const serial = 'PUB_KEY_ID_1'
  let registration: ServiceWorkerRegistration
  let client: Call['client']

  beforeAll(async () => {
    const [merchant, platform] = await Promise.all([createBrowserKeys(), createBrowserKeys()])
    client = {
      mchid: '1900000001', serial: 'ABC', privateKey: merchant.privatePem, certs: { [serial]: platform.publicPem },
    }
    registration = await navigator.serviceWorker.register(
      new URL('../../support/service-worker.ts', import.meta.url), { type: 'module' })
    const worker = registration.installing ?? registration.active!
    await new Promise<void>((resolve) => {
      if (worker.state === 'activated') resolve()
      worker.onstatechange = () => { if (worker.state === 'activated') resolve() }
    })
    const { port1, port2 } = new MessageChannel()
    const ready = new Promise((resolve) => { port1.onmessage = resolve })
    worker.postMessage({ privateKey: platform.privateKey, serial }, [port2])
    await ready
  })
  afterAll(() => registration.unregister())

  /** Makes one call with XMLHttpRequest and with fetch. */
  async function callBothWays(path: string, options: Call['options'] = {}, verb: Call['verb'] = 'post') {
    const worker = new Worker(new URL('../../support/client-worker.ts', import.meta.url), { type: 'module' })
    const { promise, resolve, reject } = Promise.withResolvers<Record<'sync' | 'async', Outcome>>()
    worker.onmessage = ({ data }) => resolve(data)
    worker.onerror = reject
    worker.postMessage({ client, now: Date.now(), path, verb, options } satisfies Call)
    return promise.finally(() => worker.terminate())
  }

  it('sends and receives the same bytes both ways', async () => {
    const options = { id: 'a b/用', json: { reason: '用户投诉' }, query: { time: '08:00+08:00' } }
    const { sync, async } = await callBothWays('v3/pay/{id}', options)
    expect(sync).toEqual(async)
    expect(JSON.parse((sync as { body: string }).body)).toEqual({
      method: 'POST',
      url: 'https://api.mch.weixin.qq.com/v3/pay/a%20b%2F%E7%94%A8?time=08%3A00%2B08%3A00',
      authorization: expect.stringMatching(/^WECHATPAY2-SHA256-RSA2048 mchid="1900000001",serial_no="ABC",/),
      type: 'application/json',
      body: '{"reason":"用户投诉"}',
    })
  })

  it('uploads the same bytes both ways', async () => {
    const file = new File([Uint8Array.of(0x47, 0x49, 0x46)], '图.gif', { type: 'image/gif' })
    const { sync, async } = await callBothWays('v3/merchant/media/upload', { body: { meta: { filename: '图.gif' }, file } })
    expect(sync).toEqual(async)
    expect(JSON.parse((sync as { body: string }).body)).toMatchObject({
      type: 'multipart/form-data; boundary=wxpay-live-n',
      body: [
        '--wxpay-live-n', 'Content-Disposition: form-data; name="meta"', 'Content-Type: application/json', '',
        '{"filename":"图.gif"}', '--wxpay-live-n',
        'Content-Disposition: form-data; name="file"; filename="图.gif"', 'Content-Type: image/gif', '', 'GIF',
        '--wxpay-live-n--', '',
      ].join('\r\n'),
    })
  })

  it('downloads a file and checks its hash both ways', async () => {
    const hash = { hash_type: 'SHA1', hash_value: 'a9993e364706816aba3e25717850c26c9cd0d89d' }
    const right = await callBothWays('v3/billdownload/file', { hash }, 'get')
    expect(right).toEqual({ sync: { status: 200, body: 'abc' }, async: { status: 200, body: 'abc' } })
    const wrong = await callBothWays('v3/billdownload/file', { hash: { ...hash, hash_value: '00' } }, 'get')
    // The error of Chromium's text() does not contain the stream's.
    expect(wrong).toMatchObject({ sync: { name: 'SignatureError' }, async: { name: 'TypeError' } })
  })

  it.each([
    ['v3/silent', /got no response/], ['v3/cut', /got no response/],
  ])('throws a NetworkError both ways for %s', async (path, message) => {
    const outcomes = await callBothWays(path, { timeout: 200 })
    for (const outcome of Object.values(outcomes)) {
      expect(outcome).toMatchObject({ name: 'NetworkError', message: expect.stringMatching(message) })
    }
  })

  it('sends and receives a megabyte', async () => {
    const { sync, async } = await callBothWays('v3/x', { body: '用户'.repeat(180_000) })
    expect(sync).toEqual(async)
    expect(JSON.parse((sync as { body: string }).body).body).toHaveLength(360_000)
  })

  it.each([
    ['v3/forged', 'SignatureError', /Wechatpay-Signature does not match/],
    ['v3/refused', 'ApiError', /^502, without WeChat Pay's error JSON: 12 bytes/],
    ['v3/{missing}', 'ArgumentError', /^missing: this variable/],
  ])('fails both ways for %s with the same %s', async (path, name, message) => {
    const { sync, async } = await callBothWays(path)
    expect(sync).toEqual(async)
    expect(sync).toMatchObject({ name, message: expect.stringMatching(message) })
  })
})
