import { expect, test } from 'vitest'
import { readPhp } from '../../src/example/php.ts'

test('reads the file name and meta of MediaUtil', () => {
  const example = readPhp(`$media = new \\WeChatPay\\Util\\MediaUtil('/path/to/image.png');
$media->setMeta(json_encode(['bank_type' => 'CMB']));
$instance->v3->merchant->media->upload->post([
  'body' => $media->getStream(),
  'headers' => ['Content-Type' => $media->getContentType(), 'Wechatpay-Serial' => 'PUB_KEY_ID_1'],
]);`)
  expect(example).toMatchObject({
    body: { file: 'image.png', meta: '{"bank_type":"CMB"}' },
    headers: { 'Wechatpay-Serial': 'PUB_KEY_ID_1' },
  })
})

test('reads the parts of MultipartStream by name', () => {
  expect(readPhp(`$body = new MultipartStream([
  ['name' => 'meta', 'contents' => '{"sha256":"1"}', 'headers' => ['Content-Type' => 'application/json']],
  ['name' => 'submission_file', 'filename' => 'a.pdf', 'contents' => fopen('a.pdf', 'r')],
]);
$instance->v3->x->post(['body' => $body]);`).body).toEqual({ meta: '{"sha256":"1"}', submission_file: 'a.pdf' })
})

test('reads a body of JSON text as JSON', () => {
  const example = readPhp('$instance->v3->x->post([\'body\' => json_encode([\'a\' => 1])]);')
  expect(example.json).toEqual({ a: 1 })
  expect(example.body).toBeUndefined()
})

test('reads the access point and leaves out the usual one', () => {
  const read = (uri: string) => readPhp(`$instance->v3->x->get(['base_uri' => '${uri}']);`).baseUri
  expect(read('https://apihk.mch.weixin.qq.com/')).toBe('https://apihk.mch.weixin.qq.com/')
  expect(read('https://api.mch.weixin.qq.com/hk')).toBe('https://api.mch.weixin.qq.com/hk/')
  expect(read('https://api.mch.weixin.qq.com/')).toBeUndefined()
  expect(read('not a URL')).toBeUndefined()
})
