import { expect, it } from 'vitest'
import { requestMessage, responseMessage } from '../../src/signing/index.ts'

it('signs a request without a body as in WeChat Pay\'s example', () => {
  expect(requestMessage({
    method: 'GET', url: 'https://api.mch.weixin.qq.com/v3/certificates', timestamp: 1554208460,
    nonce: '593BEC0C930BF1AFEB40B4A08C8FB242', body: '',
  })).toBe('GET\n/v3/certificates\n1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\n\n')
})

it('covers the timestamp, nonce and body of a response', () => {
  expect(responseMessage({ timestamp: '1554209980', nonce: 'c5ac7061fccab6bf3e254dcf98995b8c', body: '{"data":[]}' }))
    .toBe('1554209980\nc5ac7061fccab6bf3e254dcf98995b8c\n{"data":[]}\n')
  expect(responseMessage({ timestamp: 1, nonce: 'n', body: '' })).toBe('1\nn\n\n')
})

it.each([
  ['https://host/v3/x?a=1:2&b=%E7%94%A8', '/v3/x?a=1:2&b=%E7%94%A8'],
  ['/v3/x?next=https://other/y', '/v3/x?next=https://other/y'],
  ['http://127.0.0.1:8080/v3/a//b/', '/v3/a//b/'],
  ['https://host', '/'],
  ['https://host?a=1', '/?a=1'],
  ['https://host/v3/x#part', '/v3/x'],
])('covers of %s the unchanged %s', (url, path) => {
  expect(requestMessage({ method: 'GET', url, timestamp: 1, nonce: 'n', body: '' })).toBe(`GET\n${path}\n1\nn\n\n`)
})
