import { expect, it } from 'vitest'
import { importPublicKey, sign, verify } from '../../src/crypto/index.ts'
import { createClient } from '../../src/index.ts'
import { safeRetry } from '../../src/retry.ts'
import { createBrowserKeys } from '../support/web-crypto.ts'

const [merchant, platform] = await Promise.all([createBrowserKeys(), createBrowserKeys()])
const credentials = {
  mchid: '1900000001', serial: 'ABC', privateKey: merchant.privatePem, certs: { PUB_KEY_ID_1: platform.publicPem },
}

type Answer = string | Response

/** A client whose requests get these responses; texts are signed. */
const clientFor = (answer: (request: Request) => Promise<Answer> | Answer, options = {}) =>
  createClient({
    ...credentials,
    fetch: async (...request) => {
      const body = await answer(new Request(...request))
      if (body instanceof Response) return body
      const timestamp = String(Math.floor(Date.now() / 1000))
      return new Response(body, {
        headers: {
          'Wechatpay-Timestamp': timestamp,
          'Wechatpay-Nonce': 'N',
          'Wechatpay-Serial': 'PUB_KEY_ID_1',
          'Wechatpay-Signature': await sign(platform.privateKey, `${timestamp}\nN\n${body}\n`),
        },
      })
    },
    ...options,
  })

/** Whether the merchant signed a request with this body. */
async function isSigned(request: Request, body: string): Promise<boolean> {
  const parts = /timestamp="(?<timestamp>.*)",nonce_str="(?<nonce>.*)",signature="(?<signature>.*)"$/
    .exec(request.headers.get('Authorization') ?? '')?.groups ?? {}
  const { pathname, search } = new URL(request.url)
  const lines = [request.method, pathname + search, parts.timestamp, parts.nonce, body, '']
  return verify(await importPublicKey(merchant.publicPem), lines.join('\n'), parts.signature ?? '')
}

it('writes an upload that Chromium reads back, with its meta signed', async () => {
  const content = new Uint8Array(300_000).fill(7)
  const meta = '{\n  "filename": "图.png" }'
  const wxpay = clientFor(async (request) => {
    const form = await request.clone().formData()
    const file = form.get('file') as File
    const bytes = new Uint8Array(await file.arrayBuffer())
    return JSON.stringify({
      signed: await isSigned(request, meta), meta: form.get('meta'), name: file.name, type: file.type,
      same: bytes.length === content.length && bytes.every(byte => byte === 7),
    })
  })
  const form = new FormData()
  form.append('meta', meta)
  form.append('file', new File([content], '图.png', { type: 'image/png' }))
  for (const body of [form, { meta, file: content }, { meta, file: new Blob([content]).stream() }]) {
    const response = await wxpay.v3.merchant.media.upload.postAsync({ body })
    expect(await response.json()).toMatchObject({ signed: true, meta, type: 'image/png', same: true })
  }
})

// FIPS 180: the message of one block.
const hash = { hash_type: 'SHA256', hash_value: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' }

it('checks a file while it streams', async () => {
  const files = clientFor(() => new Response('abc')).chain('v3/billdownload/file')
  expect(await (await files.getAsync({ hash })).text()).toBe('abc')
  const { body } = await files.getAsync({ hash: { ...hash, hash_value: '00' } })
  const reader = body!.getReader()
  expect((await reader.read()).value).toEqual(new TextEncoder().encode('abc'))
  await expect(reader.read()).rejects.toHaveProperty('name', 'SignatureError')
  await expect(clientFor(() => new Response('abc')).v3.x.getAsync()).rejects.toHaveProperty('name', 'SignatureError')
})

it('checks the content of a gzip file', async () => {
  const packed = () => new Blob(['abc']).stream().pipeThrough(new CompressionStream('gzip'))
  const files = clientFor(() => new Response(packed())).chain('v3/billdownload/file')
  const response = await files.getAsync({ hash, query: { tartype: 'GZIP' } })
  const unpacked = response.body!.pipeThrough(new DecompressionStream('gzip'))
  expect(await new Response(unpacked).text()).toBe('abc')
})

it('gives up a fetch that does not respond or is aborted', async () => {
  const never = clientFor(() => new Promise<string>(() => {}))
  await expect(never.v3.x.getAsync({ timeout: 20 })).rejects.toHaveProperty('name', 'NetworkError')
  const controller = new AbortController()
  const call = never.v3.x.getAsync({ signal: controller.signal })
  controller.abort()
  await expect(call).rejects.toHaveProperty('name', 'AbortError')
})

it('sends a GET without a response to the standby', async () => {
  const wxpay = clientFor(({ url }) => {
    if (url.startsWith('https://api.mch')) throw new TypeError('Failed to fetch')
    return JSON.stringify(url)
  }, { retry: safeRetry({ delay: () => 1 }) })
  expect(await (await wxpay.v3.x.getAsync()).json()).toBe('https://api2.mch.weixin.qq.com/v3/x')
  await expect(wxpay.v3.x.postAsync()).rejects.toHaveProperty('name', 'NetworkError')
})

it('gives 200 concurrent calls their own responses', async () => {
  const wxpay = clientFor(({ url }) => JSON.stringify(url))
  const urls = await Promise.all(Array.from({ length: 200 }, async (_, id) =>
    (await wxpay.chain('v3/{id}').getAsync({ id })).json()))
  expect(urls).toEqual(urls.map((_, id) => `https://api.mch.weixin.qq.com/v3/${id}`))
})
