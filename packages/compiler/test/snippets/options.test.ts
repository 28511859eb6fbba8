import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { compilePage } from '../../src/index.ts'
import { fileSha256, fileText, shownOf, uploadOf, withDigest } from '../../src/snippets/options.ts'
import { toPhp } from '../../src/snippets/php.ts'
import { styles } from '../../src/snippets/styles.ts'
import { toTypescript } from '../../src/snippets/typescript.ts'
import { fixture } from '../support/pages.ts'

const [upload, download, accepted] = compilePage(fixture('upload'), 'a.md').operations.map(({ operation }) => operation)

test('the digest is that of the text', () => {
  expect(createHash('sha256').update(fileText).digest('hex')).toBe(fileSha256)
})

test('what an upload is made of', () => {
  const { part, file, meta } = uploadOf(upload!)!
  expect([part, file, Object.keys(meta as object)]).toEqual(['file', 'logo.png', ['sha256', 'filename']])
  expect(withDigest(meta, 'abc')).toMatchObject({ sha256: 'abc' })
  expect(withDigest({ filename: 'a' }, 'abc')).toEqual({ filename: 'a' })
  expect(uploadOf(download!)).toBeUndefined()
})

test('what is shown of a response', () => {
  expect([upload, download, accepted].map(operation => shownOf(operation!))).toEqual(['json', 'bytes', 'status'])
})

test('an upload in TypeScript', () => {
  expect(toTypescript(upload!, styles[1]!)).toBe(`const body = new FormData()
body.append('meta', JSON.stringify({
  sha256: '${fileSha256}',
  filename: 'image.png',
}))
body.append('file', new File(['…'], 'logo.png'))
const response = await wxpay.chain('v3/global/merchant-storage/file/upload').postAsync({
  body: body,
  baseUrl: 'https://apihk.mch.weixin.qq.com/',
})
console.log(await response.json())`)
})

test('an upload in PHP: the library knows the name and digest of its file', () => {
  expect(toPhp(upload!, styles[4]!)).toBe(`$media = new \\WeChatPay\\Util\\MediaUtil('/path/to/logo.png');
$response = $instance->chain('v3/global/merchant-storage/file/upload')->post([
  'base_uri' => 'https://apihk.mch.weixin.qq.com/',
  'headers' => [
    'Content-Type' => $media->getContentType(),
  ],
  'body' => $media->getStream(),
]);
print_r(json_decode((string) $response->getBody(), true));`)
})

test('other members of meta are set', () => {
  const example = { ...upload!.example, body: { file: 'a.csv', meta: '{"bank_type":"CMB","sha256":"1"}' } }
  expect(toPhp({ ...upload!, example }, styles[4]!)).toContain(`$media->setMeta(json_encode([
  'bank_type' => 'CMB',
  'sha256' => hash_file('sha256', '/path/to/a.csv'),
]));`)
})
