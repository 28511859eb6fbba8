import { expect, it } from 'vitest'
import { sampleFile } from '../../src/php/sample-file.ts'
import { settings, serial } from '../support/platform.ts'

const platformKey = (settings.certs as Record<string, string>)[serial]

it.each([
  ['/path/to/image.png', '…'],
  ['/bills.csv', '…'],
  ['/path/to/merchant/apiclient_key.pem', settings.privateKey],
  ['/path/to/wechatpay/publickey.pem', platformKey],
  ['/path/to/pub_key.pem', platformKey],
  ['/path/to/wechatpay/cert.pem', platformKey],
])('replaces %s', (path, content) => {
  expect(sampleFile(path, settings)?.content).toBe(content)
})

it.each(['/vendor/other.php', '/php.ini', '/lib.so', '/config', '/path.d/file'])('does not replace %s', (path) => {
  expect(sampleFile(path, settings)).toBeUndefined()
})
