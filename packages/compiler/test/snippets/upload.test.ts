import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { compilePage, type Operation } from '../../src/index.ts'
import { toPhp } from '../../src/snippets/php.ts'
import { styles } from '../../src/snippets/styles.ts'
import { toTypescript } from '../../src/snippets/typescript.ts'
import { digestOf, fileSha256, fileText, uploadOf, withDigest } from '../../src/snippets/upload.ts'
import { fixture } from '../support/pages.ts'

const [upload, download] = compilePage(fixture('upload'), 'a.md').operations.map(({ operation }) => operation) as [Operation, Operation]

/** The upload with another file part or other fields of `meta`. */
function uploading(part: string, meta: string): Operation {
  const rows = upload.request.body!.children!.map(row => row.name === 'file' ? { ...row, name: part } : row)
  const request = { ...upload.request, body: { ...upload.request.body!, children: rows } }
  return { ...upload, request, example: { ...upload.example, body: { [part]: 'a.csv', meta } } }
}

test('has the digest of the sample text', () => {
  expect(createHash('sha256').update(fileText).digest('hex')).toBe(fileSha256)
})

test('reads the part, file and meta of an upload', () => {
  expect(uploadOf(upload)).toMatchObject({ part: 'file', file: 'logo.png', meta: { filename: 'image.png' }, fields: [{ name: 'sha256' }, { name: 'filename' }] })
  expect(uploadOf(uploading('submission_file', '{}'))).toMatchObject({ part: 'submission_file', file: 'a.csv' })
  expect(uploadOf(download)).toBeUndefined()
})

test('uses the usual meta if the page has none', () => {
  expect(uploadOf(uploading('file', ''))?.meta).toEqual({ filename: 'a.csv', sha256: '' })
})

test('finds and sets the field with the digest', () => {
  const metas = [{ sha256: '' }, { file_digest: '' }, { digest: '', filename: '' }, { digest: '', digest_algorithm: 'SM3' }, { filename: '' }]
  expect(metas.map(digestOf)).toEqual(['sha256', 'file_digest', 'digest', undefined, undefined])
  expect(withDigest({ file_digest: '1', file_name: 'a' }, 'abc')).toEqual({ file_digest: 'abc', file_name: 'a' })
  expect(withDigest({ filename: 'a' }, 'abc')).toEqual({ filename: 'a' })
})

test('writes an upload in TypeScript', () => {
  expect(toTypescript(upload, styles[1]!)).toBe(`const response = await wxpay.chain('v3/global/merchant-storage/file/upload').postAsync({
  body: {
    meta: {
      sha256: '${fileSha256}',
      filename: 'image.png',
    },
    file: new File(['…'], 'logo.png'),
  },
  baseUrl: 'https://apihk.mch.weixin.qq.com/',
})
console.log(await response.json())`)
})

describe('an upload in PHP', () => {
  test('uses MediaUtil, which adds the name and digest of the file', () => {
    expect(toPhp(upload, styles[4]!)).toBe(`$media = new \\WeChatPay\\Util\\MediaUtil('/path/to/logo.png');
$response = $instance->chain('v3/global/merchant-storage/file/upload')->post([
  'base_uri' => 'https://apihk.mch.weixin.qq.com/',
  'headers' => [
    'Content-Type' => $media->getContentType(),
  ],
  'body' => $media->getStream(),
]);
print_r(json_decode((string) $response->getBody(), true));`)
  })

  test('sets other fields of meta', () => {
    expect(toPhp(uploading('file', '{"bank_type":"CMB","sha256":"1"}'), styles[4]!)).toContain(`$media->setMeta(json_encode([
  'bank_type' => 'CMB',
  'sha256' => hash_file('sha256', '/path/to/a.csv'),
]));`)
  })

  test('names the file part as the page does', () => {
    expect(toPhp(uploading('submission_file', '{"file_name":"a.csv","file_digest":"1"}'), styles[4]!)).toBe(`$meta = json_encode([
  'file_name' => 'a.csv',
  'file_digest' => hash_file('sha256', '/path/to/a.csv'),
]);
$parts = new \\GuzzleHttp\\Psr7\\MultipartStream([
  [
    'name' => 'meta',
    'contents' => $meta,
    'headers' => [
      'Content-Type' => 'application/json',
    ],
  ],
  [
    'name' => 'submission_file',
    'filename' => 'a.csv',
    'contents' => fopen('/path/to/a.csv', 'r'),
  ],
]);
$response = $instance->chain('v3/global/merchant-storage/file/upload')->post([
  'base_uri' => 'https://apihk.mch.weixin.qq.com/',
  'headers' => [
    'Content-Type' => 'multipart/form-data; boundary=' . $parts->getBoundary(),
  ],
  'body' => \\GuzzleHttp\\Psr7\\FnStream::decorate($parts, ['__toString' => static fn() => $meta]),
]);
print_r(json_decode((string) $response->getBody(), true));`)
  })
})
