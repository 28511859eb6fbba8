import { expect, it } from 'vitest'
import { buildMultipart } from '../../src/transport/multipart.ts'
import { isUpload } from '../../src/transport/upload.ts'

const textOf = (blob: Blob) => blob.text()

it('writes the documented body of an image byte for byte', async () => {
  const meta = '{ "filename": "filea.jpg", "sha256": "hjkahkjsjkfsjk78687dhjahdajhk" }'
  const { body, upload } = buildMultipart({ meta, file: new TextEncoder().encode('pic') }, 'boundary')
  expect(body).toBe(meta)
  expect(upload.type).toBe('multipart/form-data; boundary=boundary')
  expect(await textOf(upload)).toBe([
    '--boundary', 'Content-Disposition: form-data; name="meta"', 'Content-Type: application/json', '', meta,
    '--boundary', 'Content-Disposition: form-data; name="file"; filename="filea.jpg"', 'Content-Type: image/jpeg', '', 'pic',
    '--boundary--', '',
  ].join('\r\n'))
})

it('writes a body that the platform reads back', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at)
  const meta = '{\n  "file_name": "用户.png",\r"x": 1\r\n}'
  const { body, upload } = buildMultipart({ meta, submission_file: bytes.buffer, note: 'a\nb' }, 'wxpay-live-12345678901234567890')
  const form = await new Response(upload).formData()
  const metaPart = form.get('meta')
  const file = form.get('submission_file')
  expect(body).toBe(meta)
  expect(metaPart).toBe(meta)
  expect(file).toMatchObject({ name: '用户.png', type: 'image/png' })
  expect(new Uint8Array(await (file as File).arrayBuffer())).toEqual(bytes)
  expect(form.get('note')).toBe('a\nb')
})

it('keeps names, types and line breaks of a FormData', async () => {
  const form = new FormData()
  form.append('meta', '{\n"sha256": ""}')
  form.append('file', new File(['v'], 'a"b\n.mp4', { type: 'video/mp4' }))
  const { body, upload } = buildMultipart(form, 'b')
  expect(body).toBe('{\n"sha256": ""}')
  expect(await textOf(upload)).toMatch(`name="file"; filename="a%22b%0A.mp4"\r\nContent-Type: video/mp4\r\n\r\nv\r\n`)
  expect(await textOf(upload)).toMatch('\r\n\r\n{\n"sha256": ""}\r\n')
})

it('writes meta as JSON, and an unknown file as octets', async () => {
  const { body, upload } = buildMultipart({ meta: { digest: '用' }, file: new Blob(['x']) }, 'b')
  expect(body).toBe('{"digest":"用"}')
  expect(await textOf(upload)).toContain('filename="file"\r\nContent-Type: application/octet-stream')
})

it('recognises an upload', () => {
  expect([new FormData(), { meta: '' }].every(isUpload)).toBe(true)
  expect(['', null, {}, new Uint8Array(), new ArrayBuffer(0), { file: '' }].some(isUpload)).toBe(false)
})

const twice = new FormData()
twice.append('meta', '{}')
twice.append('meta', '{}')
it.each<[string, FormData | { meta: unknown, file?: unknown }, string]>([
  ['no meta', new FormData(), 'body.meta: expected one part of this name'],
  ['two of them', twice, 'body.meta: expected one part of this name'],
  ['an undefined meta', { meta: undefined }, 'body.meta: expected JSON, got undefined'],
  ['half a surrogate pair', { meta: '\ud800' }, 'body.meta: is not well-formed Unicode'],
  ['an object as file', { meta: '', file: { path: 'a' } }, 'body.file: expected a Blob or bytes; use postAsync for a stream'],
])('refuses %s', (_, form, problem) => {
  expect(() => buildMultipart(form, 'b')).toThrow(problem)
})
