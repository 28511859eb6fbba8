import { fc, fuzz, runs } from '../../../../test/support/fuzz.ts'
import { expect, test } from 'vitest'
import { readMultipart } from '../../src/values/multipart.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Writes a body as the official example of an upload does. */
function bodyOf(file: Uint8Array, boundary = 'boundary', meta = '{"filename":"执照.gif"}') {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="meta";\r\nContent-Type: application/json\r\n\r\n${meta}`
    + `\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="执照.gif";\r\nContent-Type: image/gif\r\n\r\n`
  return Buffer.concat([bytesOf(head), file, bytesOf(`\r\n--${boundary}--\r\n`)])
}

test('ends a part only at a line of the boundary, as in wechatpay-axios-plugin#26', () => {
  const file = bytesOf('%PDF-1.4 clip boundary of the page --boundary\n--boundary')
  expect(readMultipart(bodyOf(file), 'multipart/form-data;boundary=boundary')).toEqual({
    meta: '{"filename":"执照.gif"}', file: { part: 'file', type: 'image/gif', bytes: new Uint8Array(file) },
  })
})

test('keeps the bytes of any file, and the text of any meta', () => {
  const boundary = fc.constantFrom('boundary', '--x', '7d9.a+b', 'a b', '----WebKitFormBoundaryQ7')
  fuzz(fc.property(fc.uint8Array(), fc.string(), boundary, (file, meta, boundary) => {
    fc.pre(!`\r\n${meta}`.includes(`\r\n--${boundary}`))
    const read = readMultipart(bodyOf(file, boundary, meta.toWellFormed()), `multipart/form-data; boundary="${boundary}"`)
    expect(read?.meta).toBe(meta.toWellFormed())
    expect(read?.file?.bytes).toEqual(new Uint8Array(file))
  }), { numRuns: runs(200) })
})

test('reads what the platform writes', async () => {
  const form = new FormData()
  form.set('meta', '{}')
  form.set('picture', new File(['x'], 'a.png', { type: 'image/png' }))
  const response = new Response(form)
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect(readMultipart(bytes, response.headers.get('Content-Type') ?? '')).toEqual({
    meta: '{}', file: { part: 'picture', type: 'image/png', bytes: bytesOf('x') },
  })
})

test.each([
  ['no boundary', 'multipart/form-data', '--x--'],
  ['a first line that is too long for a boundary', 'multipart/form-data', `--${'x'.repeat(71)}\r\n\r\n--${'x'.repeat(71)}--`],
  ['another boundary', 'multipart/form-data; boundary=y', '--x\r\nContent-Disposition: form-data; name="meta"\r\n\r\n{}\r\n--x--'],
  ['no end', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="meta"\r\n\r\n{}\r\n'],
  ['a part without a name', 'multipart/form-data; boundary=x', '--x\r\nContent-Type: image/png\r\n\r\n{}\r\n--x--'],
  ['a part without an empty line', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="meta"\r\n--x--'],
])('refuses a body with %s', (_, type, body) => {
  expect(readMultipart(bytesOf(body), type)).toBeUndefined()
})

test('takes the boundary from the first line if the media type has none, as wechatpayv3 2.0.4 sends it (core.py, request)', () => {
  expect(readMultipart(bodyOf(bytesOf('x'), '0f1c3f'), 'multipart/form-data')).toMatchObject({
    isUnnamed: true, meta: '{"filename":"执照.gif"}', file: { part: 'file', bytes: bytesOf('x') },
  })
})

test('reads 10 MB', () => {
  const file = new Uint8Array(10 * 1024 * 1024).fill(0x2d)
  expect(readMultipart(bodyOf(file), 'multipart/form-data; boundary=boundary')?.file?.bytes.length).toBe(file.length)
})
