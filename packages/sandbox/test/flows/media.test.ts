import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { openFlow } from '../support/flow.ts'
import { authorization, signed, signedParts } from '../support/request.ts'

const target = '/v3/merchant-service/images/upload'
const picture = Buffer.from('89504e470d0a1a0a00ff', 'hex')
const sha256 = createHash('sha256').update(picture).digest('hex')

/** An upload, signed over its `meta` as the documentation has it. */
function upload(meta: string, file: Buffer | null = picture) {
  const form = new FormData()
  form.set('meta', meta)
  if (file) form.set('file', new File([new Uint8Array(file)], 'a.png', { type: 'image/png' }))
  const headers = { Authorization: authorization(signedParts('POST', target, meta)) }
  return new Request(`https://api.mch.weixin.qq.com${target}`, { method: 'POST', headers, body: form })
}

test('an uploaded picture gets an id under which it can be had again, byte for byte', async () => {
  const { fetch } = openFlow()
  const response = await fetch(upload(JSON.stringify({ filename: 'a.png', sha256 })))
  expect(response.status).toBe(200)
  const { media_id } = await response.json()
  const again = await fetch(signed('GET', `/v3/merchant-service/images/${media_id}`))
  expect(again.headers.get('Content-Type')).toBe('image/png')
  expect(Buffer.from(await again.arrayBuffer())).toEqual(picture)
})

test.each([
  ['another hash', JSON.stringify({ filename: 'a.png', sha256: '00' }), picture, /sha256 与文件不一致/],
  ['no file', JSON.stringify({ filename: 'a.png', sha256 }), null, /缺少名为 file 的文件/],
  ['a meta that is no JSON', '{', picture, /^输入源“\/body\/meta”校验失败，不是合法的JSON/],
  ['a meta without the hash', '{"filename":"a.png"}', picture, /^输入源“\/body\/meta\/sha256”校验失败，此字段为必填项/],
])('refused: %s', async (_, meta, file, message) => {
  const response = await openFlow().fetch(upload(meta, file))
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'PARAM_ERROR', message: expect.stringMatching(message) })
})

test('a body that is no multipart body', async () => {
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x', 'Authorization': authorization(signedParts('POST', target, '')) }
  const request = new Request(`https://api.mch.weixin.qq.com${target}`, { method: 'POST', headers, body: 'no parts' })
  expect((await openFlow().fetch(request)).status).toBe(400)
})

test('JSON where a file is expected', async () => {
  const response = await openFlow().fetch(signed('POST', target, { filename: 'a.png', sha256 }))
  expect(response.status).toBe(400)
  expect((await response.json()).message).toMatch(/须以 multipart\/form-data 上传文件/)
})

test('a picture nobody uploaded: an error where strict, any picture where lenient', async () => {
  const request = () => signed('GET', '/v3/merchant-service/images/1')
  expect((await openFlow().fetch(request())).status).toBe(404)
  const response = await openFlow({ strict: false }).fetch(request())
  expect(Buffer.from(await response.arrayBuffer()).subarray(1, 4).toString()).toBe('PNG')
})
