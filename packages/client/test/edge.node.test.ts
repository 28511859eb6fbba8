import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { build, type Rolldown } from 'vite'
import { beforeAll, expect, it } from 'vitest'
import { fromSources } from '../../../scripts/source-condition.ts'
import type * as client from '../src/index.ts'
import { encryptAesGcm } from '../src/crypto/index.ts'
import { createKeyPair, openssl, scratchFile } from './support/openssl.ts'

/** The standards that edge runtimes share (WinterTC's minimum common API), without Node's and browsers' own. */
const globals = [
  'AbortController', 'AbortSignal', 'ArrayBuffer', 'Blob', 'DOMException', 'DecompressionStream', 'File', 'FormData',
  'Headers', 'ReadableStream', 'Request', 'Response', 'TextDecoder', 'TextEncoder', 'TransformStream', 'URL',
  'URLSearchParams', 'Uint8Array', 'WritableStream', 'atob', 'btoa', 'clearInterval', 'clearTimeout', 'crypto',
  'setInterval', 'setTimeout',
]

const [merchant, platform] = [createKeyPair(), createKeyPair()]
const secret = 'an APIv3 key of just 32 bytes...'
let edge: typeof client
beforeAll(async () => {
  const [bundle] = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: fromSources.resolve,
    build: {
      write: false,
      target: 'es2024',
      lib: { entry: fileURLToPath(import.meta.resolve('../src/index.ts')), formats: ['iife'], name: 'client' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  }) as Rolldown.RolldownOutput[]
  const { code } = bundle!.output[0]
  expect(code).not.toMatch(/\bnode:|\brequire\(/)
  const standards = Object.fromEntries(globals.map(name => [name, Reflect.get(globalThis, name)]))
  edge = runInContext(`${code}; client`, createContext(standards))
})

function signed(body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': 'N',
    'Wechatpay-Serial': 'PUB_KEY_ID_1',
    'Wechatpay-Signature': platform.sign(`${timestamp}\nN\n${body}\n`),
  }
}

/** A client in that context and its requests; openssl signs the responses. */
function createEdgeClient(change = (body: string) => body) {
  const sent: RequestInit[] = []
  const wxpay = edge.createClient({
    mchid: '1900000001', serial: 'ABC', privateKey: merchant.privateKey, secret, certs: { PUB_KEY_ID_1: platform.publicKey },
    fetch: async (_, init) => {
      sent.push(init!)
      return new Response(change('{"id":1}'), { headers: signed('{"id":1}') })
    },
  })
  return { wxpay, sent }
}

it('signs a request and verifies its response', async () => {
  const { wxpay, sent } = createEdgeClient()
  expect(await (await wxpay.v3.orders.postAsync({ json: { a: '用' } })).json()).toEqual({ id: 1 })
  const { Authorization = '' } = sent[0]!.headers as Record<string, string>
  const [, timestamp, nonce, signature] = /timestamp="(.*)",nonce_str="(.*)",signature="(.*)"$/.exec(Authorization)!
  expect(merchant.verify(`POST\n/v3/orders\n${timestamp}\n${nonce}\n{"a":"用"}\n`, signature!)).toBe(true)
  await expect(createEdgeClient(body => body.replace('1', '2')).wxpay.v3.orders.getAsync())
    .rejects.toSatisfy(edge.isSignatureError)
})

it('uploads a file', async () => {
  const { wxpay, sent } = createEdgeClient()
  await wxpay.v3.merchant.media.upload.postAsync({ body: { meta: { filename: 'a.png' }, file: new Blob(['x']) } })
  expect((sent[0]!.body as Blob).type).toMatch(/^multipart\/form-data; boundary=/)
})

it('encrypts, reads notifications and signs for phones', async () => {
  const { wxpay } = createEdgeClient()
  const key = scratchFile(merchant.publicKey)
  const oaep = ['pkeyutl', '-encrypt', '-pubin', '-inkey', key, '-pkeyopt', 'rsa_padding_mode:oaep']
  expect(await wxpay.decrypt(openssl(oaep, '张三').toString('base64'))).toBe('张三')
  expect((await wxpay.payParams.jsapi({ appid: 'wx1', prepay_id: 'p' })).package).toBe('prepay_id=p')

  const ciphertext = await encryptAesGcm({ key: secret, nonce: '012345678901', associatedData: '', plaintext: '{"a":1}' })
  const body = JSON.stringify({ id: 'EV-1', resource: { ciphertext, nonce: '012345678901' } })
  const notification = new Request('https://shop.example/notify', { method: 'POST', headers: signed(body), body })
  expect(await wxpay.webhook.parse(notification)).toMatchObject({ id: 'EV-1', resource: { a: 1 } })
})

it('throws an ArgumentError for a synchronous call', () => {
  expect(() => createEdgeClient().wxpay.v3.orders.get())
    .toThrow('fetchSync: this platform cannot send synchronously; use getAsync, postAsync, …')
})
