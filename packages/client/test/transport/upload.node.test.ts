import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createClient } from '../../src/client.ts'
import type { ClientOptions, RequestOptions } from '../../src/options.ts'
import { type Echo, type Platform, startPlatform } from '../support/platform.ts'
import { twins } from '../support/twins.ts'

let platform: Platform
beforeAll(async () => { platform = await startPlatform() })
afterAll(() => platform.close())

const content = 'GIF89a'.repeat(50_000)
const meta = { filename: '图.gif', sha256: 'of the file' }
const send = async (
  call: typeof twins.async, body: RequestOptions['body'], options: Partial<ClientOptions> = {},
): Promise<Echo> => {
  const wxpay = createClient({ ...platform.options, ...options })
  return JSON.parse((await call(wxpay.v3.merchant.media.upload, 'post', body === undefined ? {} : { body })).body)
}
const form = () => {
  const form = new FormData()
  form.append('meta', JSON.stringify(meta))
  form.append('file', new File([content], '图.gif', { type: 'image/gif' }))
  return form
}

const files: [string, () => RequestOptions['body']][] = [
  ['FormData', form],
  ['a Blob', () => ({ meta, file: new Blob([content]) })],
  ['bytes', () => ({ meta, file: new TextEncoder().encode(content) })],
]
const streams: [string, () => RequestOptions['body']][] = [
  ['a Node stream', () => ({ meta, file: Readable.from([Buffer.from(content)]) })],
  ['a web stream', () => ({ meta, file: new Blob([content]).stream() })],
]

it.each([
  ...[...files, ...streams].map(([name, body]) => [name, 'async', body] as const),
  ...files.map(([name, body]) => [name, 'sync', body] as const),
])('uploads %s with its meta signed: %s', async (_, way, body) => {
  const { signed, headers, body: sent } = await send(twins[way], body())
  expect(signed).toBe(true)
  expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=wxpay-live-[a-z\d]{32}$/)
  expect(sent).toContain(`\r\n\r\n${JSON.stringify(meta)}\r\n`)
  expect(sent).toContain(`filename="图.gif"\r\nContent-Type: image/gif\r\n\r\n${content}\r\n`)
})

it('sends the same bytes in both twins', async () => {
  const fixed = { nonce: () => 'N' }
  expect((await send(twins.async, form(), fixed)).body).toBe((await send(twins.sync, form(), fixed)).body)
})

it('sends the boundary despite a Content-Type of the caller', async () => {
  const wxpay = createClient(platform.options)
  const response = await wxpay.v3.x.postAsync({ body: form(), headers: { 'content-type': 'text/plain' } })
  expect((await response.json()).headers['content-type']).toMatch(/^multipart/)
})

it('refuses a stream in a synchronous call before it sends', async () => {
  const before = await platform.heard()
  await expect(send(twins.sync, streams[0]![1]())).rejects.toThrow('use postAsync for a stream')
  expect(await platform.heard()).toBe(before)
})

it('names a stream that fails and sends nothing', async () => {
  const before = await platform.heard()
  const failing = new Readable({ read() { this.destroy(new Error('disk')) } })
  await expect(send(twins.async, { meta, file: failing })).rejects.toMatchObject({
    name: 'ArgumentError', message: 'body.file: cannot be read: disk', cause: { message: 'disk' },
  })
  expect(await platform.heard()).toBe(before)
})

it('gives up a stream that does not end, after the timeout or by the signal', async () => {
  const endless = () => ({ meta, file: new ReadableStream() })
  await expect(send(twins.async, endless(), { timeout: 20 }))
    .rejects.toThrow('body.file: cannot be read: timeout after 20 ms')
  const controller = new AbortController()
  const call = createClient(platform.options).v3.x.postAsync({ body: endless(), signal: controller.signal })
  const reason = new Error('changed my mind')
  controller.abort(reason)
  await expect(call).rejects.toBe(reason)
})
