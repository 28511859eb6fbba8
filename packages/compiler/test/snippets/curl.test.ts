import { execFile } from 'node:child_process'
import { constants, createHash, generateKeyPairSync, privateDecrypt, verify } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compilePage, type Operation } from '../../src/index.ts'
import { curl } from '../../src/snippets/curl.ts'
import { fixture, httpPage } from '../support/pages.ts'

interface Received {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const platform = generateKeyPairSync('rsa', { modulusLength: 2048 })
const png = Buffer.from('89504e470d0a1a0a', 'hex')
let server: Server
let work: string
let received: Received[] = []

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'curl-'))
  await writeFile(join(work, 'apiclient_key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
  await writeFile(join(work, 'pub_key.pem'), platform.publicKey.export({ type: 'spki', format: 'pem' }))
  await writeFile(join(work, 'logo.png'), png)
  server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    received.push({ method, url, headers, body: await text(request) })
    response.end('{"ok":true}')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  server.close()
  await rm(work, { recursive: true })
})

/** Runs the script of an operation in a folder with the merchant's key. */
function run(operation: Operation, change: Record<string, string> = {}) {
  received = []
  const { code } = curl.tabs(operation)[0]!
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings = { WXPAY_BASE_URL: host, WXPAY_MCHID: '1900000109', WXPAY_SERIAL: 'ABC', http_proxy: '' }
  const env = { ...process.env, ...settings, ...change }
  return promisify(execFile)('bash', ['-c', code], { cwd: work, env })
}

/** Runs the script of an operation; returns its request and output. */
async function send(operation: Operation): Promise<Received & { stdout: string }> {
  const { stdout } = await run(operation)
  expect(received).toHaveLength(1)
  return { ...received[0]!, stdout }
}

/** Whether the signature covers the five lines of APIv3, as documented in 签名生成. */
function isSigned({ method, url, headers }: Received, body: string): boolean {
  const [scheme, parameters = ''] = headers.authorization!.split(' ')
  const values = Object.fromEntries(parameters.split(',').map((pair) => {
    const [, name = '', value = ''] = /^(\w+)="(.*)"$/.exec(pair) ?? []
    return [name, value]
  }))
  expect(scheme).toBe('WECHATPAY2-SHA256-RSA2048')
  expect(values).toMatchObject({ mchid: '1900000109', serial_no: 'ABC' })
  const message = [method, url, values.timestamp, values.nonce_str, body, ''].join('\n')
  return verify('sha256', Buffer.from(message), publicKey, Buffer.from(values.signature!, 'base64'))
}

/** Decrypts a value as the platform does: RSAES-OAEP with SHA-1, base64. */
function decrypt(ciphertext: string | null | undefined): string {
  const key = { key: platform.privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }
  return privateDecrypt(key, Buffer.from(ciphertext!, 'base64')).toString()
}

const operationsOf = (source: string, file = 'openapi/v3/a.md') => (
  compilePage(source, file).operations.map(({ operation }) => operation)
)

describe('the script', () => {
  const [create, query, close] = operationsOf(fixture('several')) as [Operation, Operation, Operation]

  test('signs and sends a body with quotes and Chinese', async () => {
    const sent = await send(create)
    expect(sent).toMatchObject({ method: 'POST', url: '/v3/payscore/smartretail-orders', stdout: '{"ok":true}' })
    expect(sent.headers).toMatchObject({
      'content-type': 'application/json', 'wechatpay-serial': 'PUB_KEY_ID_0119000001092026010100000001',
    })
    expect(JSON.parse(sent.body)).toEqual(create.example.json)
    expect(isSigned(sent, sent.body)).toBe(true)
    expect(isSigned(sent, `${sent.body} `)).toBe(false)
  })

  test('signs and sends a query', async () => {
    const sent = await send(query)
    expect(sent).toMatchObject({ method: 'GET', body: '' })
    expect(sent.url).toBe('/v3/payscore/smartretail-orders?out_order_no=1234323JKHDFE1243252&limit=20&fields=state')
    expect(isSigned(sent, '')).toBe(true)
  })

  test('signs and sends a request without a body', async () => {
    const sent = await send(close)
    expect(sent).toMatchObject({ method: 'DELETE', body: '' })
    expect(isSigned(sent, '')).toBe(true)
  })

  test('escapes values for the URL and the shell', async () => {
    const rows = ['| id {data-required} | string | 编号', '| query | object | 查询', '| at {data-indent=1} | string | 时间']
    const [operation] = operationsOf(httpPage(rows, '@id = a/b $(id) \'"`é\nGET /v3/x/{id}?at=2025-06-08T10:34:56%2B08:00', 'get'))
    const sent = await send(operation!)
    const { pathname, searchParams } = new URL(sent.url, 'http://a')
    expect(decodeURIComponent(pathname)).toBe('/v3/x/a/b $(id) \'"`é')
    expect(searchParams.get('at')).toBe('2025-06-08T10:34:56+08:00')
    expect(isSigned(sent, '')).toBe(true)
  })

  test('signs only the meta of an upload, with the digest of the file', async () => {
    const [operation] = operationsOf(fixture('upload'))
    const sent = await send(operation!)
    const form = await new Response(sent.body, { headers: { 'content-type': sent.headers['content-type']! } }).formData()
    const meta = form.get('meta')
    const text = meta instanceof File ? await meta.text() : String(meta)
    expect(JSON.parse(text)).toMatchObject({ sha256: createHash('sha256').update(png).digest('hex') })
    expect(form.get('file')).toMatchObject({ name: 'logo.png' })
    expect(isSigned(sent, text)).toBe(true)
  })

  test('encrypts sensitive values in a body and in a query', async () => {
    const rows = (group: string) => [`| ${group} | object | x`, ...['name', 'phone'].map(name => `| ${name} {data-indent=1 data-encrypted=by-rsa-pubkey} | string | x`)]
    const [create] = operationsOf(httpPage(rows('json'), 'POST /v3/x\n\n{"name":"张\'三 $nonce","phone":"138"}'))
    const [query] = operationsOf(httpPage(rows('query'), 'GET /v3/x?name=%E5%BC%A0', 'get'))
    const sent = [await send(create!), await send(query!)]
    const { name, phone } = JSON.parse(sent[0]!.body) as Record<string, string>
    expect([name, phone, new URL(sent[1]!.url, 'http://a').searchParams.get('name')].map(decrypt)).toEqual(['张\'三 $nonce', '138', '张'])
    expect(sent.map(({ headers }) => headers['wechatpay-serial'])).toEqual(Array(2).fill('PUB_KEY_ID_0119000001092026010100000001'))
    expect(sent.every(one => isSigned(one, one.body))).toBe(true)
  })

  test.each(['WXPAY_BASE_URL', 'WXPAY_SERIAL'])('sends nothing and says so in one line without %s', async (name) => {
    const { stderr } = await run(close, { [name]: '' }).catch((error: { stderr: string }) => error)
    expect(stderr).toMatch(new RegExp(`^.*${name}.*\\n$`))
    expect(received).toEqual([])
  })

  test('accepts a base URL with a slash at its end', async () => {
    const { port } = server.address() as AddressInfo
    await run(close, { WXPAY_BASE_URL: `http://127.0.0.1:${port}/` })
    expect(received).toMatchObject([{ url: expect.stringMatching(/^\/v3\//) }])
  })

  test('signs the path of the access point', async () => {
    const [, download] = operationsOf(fixture('upload'))
    const sent = await send(download!)
    expect(sent.url).toBe('/hk/v3/billdownload/file?token=d2VjaGF0cGF5')
    expect(isSigned(sent, '')).toBe(true)
  })
})

test('writes the stored script', async () => {
  const [operation] = operationsOf(fixture('cancel'))
  await expect(`${curl.tabs(operation!)[0]!.code}\n`).toMatchFileSnapshot('../fixtures/cancel.sh')
})
