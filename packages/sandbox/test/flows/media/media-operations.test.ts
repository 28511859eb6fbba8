import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { field, operation } from '../../support/catalog.ts'
import { openFlow } from '../../support/flow.ts'
import { authorization, signed, signedParts } from '../../support/request.ts'
import { table } from '../../support/tables.ts'

const target = '/v3/merchant-service/images/upload'
const picture = Buffer.from('89504e470d0a1a0a00ff', 'hex')
const sha256 = createHash('sha256').update(picture).digest('hex')

/** Returns an upload, signed over its `meta` as the documentation describes. */
function upload(meta: string, file: Buffer | null = picture, part = 'file') {
  const form = new FormData()
  form.set('meta', meta)
  if (file) form.set(part, new File([new Uint8Array(file)], 'a.png', { type: 'image/png' }))
  const headers = { Authorization: authorization(signedParts('POST', target, meta)) }
  return new Request(`https://api.mch.weixin.qq.com${target}`, { method: 'POST', headers, body: form })
}

test('returns an uploaded picture by its id, byte for byte', async () => {
  const { fetch } = openFlow()
  const response = await fetch(upload(JSON.stringify({ filename: 'a.png', sha256 })))
  expect(response.status).toBe(200)
  const { media_id } = await response.json()
  const again = await fetch(signed('GET', `/v3/merchant-service/images/${media_id}`))
  expect(again.headers.get('Content-Type')).toBe('image/png')
  expect(Buffer.from(await again.arrayBuffer())).toEqual(picture)
})

test('accepts an upload whose media type has no boundary, as wechatpayv3 2.0.4 sends it, and says so in the log', async () => {
  const { exchange } = openFlow()
  const whole = upload(JSON.stringify({ filename: 'a.png', sha256 }))
  const headers = { 'Authorization': whole.headers.get('Authorization')!, 'Content-Type': 'multipart/form-data' }
  const { response, doubtful } = await exchange(new Request(whole.url, { method: 'POST', headers, body: await whole.arrayBuffer() }))
  expect({ status: response.status, doubtful }).toEqual({ status: 200, doubtful: ['/header/Content-Type without a boundary'] })
})

test.each([
  ['another hash', JSON.stringify({ filename: 'a.png', sha256: '00' }), picture, /sha256 与文件不一致/],
  ['a missing file', JSON.stringify({ filename: 'a.png', sha256 }), null, /缺少名为 file 的文件/],
  ['a meta that is not JSON', '{', picture, /^输入源“\/body\/meta”校验失败，不是合法的JSON/],
  ['a missing meta', '', picture, /^输入源“\/body\/meta”映射到字段“meta”必填性规则校验失败/],
  ['a meta without the hash', '{"filename":"a.png"}', picture, /^输入源“\/body\/meta\/sha256”映射到字段“sha256”必填性规则校验失败/],
])('rejects %s', async (_, meta, file, message) => {
  const response = await openFlow().fetch(upload(meta, file))
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'PARAM_ERROR', message: expect.stringMatching(message) })
})

/** An operation that takes the same upload under other names. */
function openUpload(part: string, meta: string, response: string) {
  const children = [field(part, 'object'), field('meta', 'string', { children: table(meta) })]
  const taken = operation('POST', target, { body: field('body', 'object', { children }) }, table(response))
  return openFlow({ catalog: { operations: [{ ...taken, accepts: 'multipart' }] } })
}

// By `openssl dgst -sm3` of the same bytes.
const sm3 = 'fa341052fe3348da84d1b7ca795e44a6d6c34efa7c43df9be81921d387d940d4'
const refusals = /须为文件的 SM3 摘要|与文件不一致，文件的 SHA-256 为 [\da-f]{64}$/

test.each([
  ['file_digest', { file_digest: sha256 }, { file_digest: sha256.replace(/./, 'x') }],
  ['digest', { digest: sha256 }, { digest: sm3 }],
  ['digest by SM3', { digest: sm3, digest_algorithm: 'DIGEST_ALGORITHM_SM3' }, { digest: sha256, digest_algorithm: 'DIGEST_ALGORITHM_SM3' }],
  ['digest by SM3, the algorithm misspelt', { digest: sm3, digest_alogrithm: 'SM3' }, { digest: 'abc', digest_alogrithm: 'SM3' }],
])('checks the digest in %s', async (_, right, wrong) => {
  const { fetch } = openUpload('file', Object.keys(right).join(' '), 'file_id?')
  const response = await fetch(upload(JSON.stringify(right)))
  expect([response.status, (await response.json()).file_id]).toEqual([200, expect.stringMatching(/^sandbox_\d{32}$/)])
  const refused = await fetch(upload(JSON.stringify(wrong)))
  expect([refused.status, (await refused.json()).message]).toEqual([400, expect.stringMatching(refusals)])
})

test('reads the file from the part that the table names', async () => {
  const { fetch } = openUpload('submission_file', 'file_digest', 'file_id')
  const meta = JSON.stringify({ file_digest: sha256 })
  expect((await fetch(upload(meta, picture, 'submission_file'))).status).toBe(200)
  const { detail } = await (await fetch(upload(meta))).json()
  expect(detail).toEqual({ field: '/submission_file', value: 'file', issue: '缺少名为 submission_file 的文件', location: 'body' })
})

test('rejects a body that is not multipart', async () => {
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x', 'Authorization': authorization(signedParts('POST', target, '')) }
  const request = new Request(`https://api.mch.weixin.qq.com${target}`, { method: 'POST', headers, body: 'no parts' })
  expect((await openFlow().fetch(request)).status).toBe(400)
})

test('rejects JSON instead of a file', async () => {
  const response = await openFlow().fetch(signed('POST', target, { filename: 'a.png', sha256 }))
  expect(response.status).toBe(400)
  expect((await response.json()).message).toMatch(/须以 multipart\/form-data 上传文件/)
})

test('rejects an unknown picture if strict, and returns any picture if lenient', async () => {
  const request = () => signed('GET', '/v3/merchant-service/images/1')
  expect((await openFlow().fetch(request())).status).toBe(404)
  const response = await openFlow({ strict: false }).fetch(request())
  expect(Buffer.from(await response.arrayBuffer()).subarray(1, 4).toString()).toBe('PNG')
})
