import { expect, test } from 'vitest'
import { compilePage } from '../../src/index.ts'
import { toMessage } from '../../src/snippets/request-message.ts'
import { fixture, httpPage } from '../support/pages.ts'

const messageOf = (source: string) => toMessage(compilePage(source, 'openapi/v3/a.md').operations[0]!.operation)

test('a message has its values in the URL and JSON in its body', () => {
  expect(messageOf(fixture('cancel'))).toEqual({
    origin: 'https://api.mch.weixin.qq.com',
    target: '/v3/payscore/smartretail-orders/1234323JKHDFE1243252/cancel',
    headers: [['Accept', 'application/json'], ['Content-Type', 'application/json']],
    body: '{\n  "appid": "wxd678efh567hg6787",\n  "service_id": "500001",\n  "reason": "用户投诉"\n}',
  })
})

test('all but the unreserved characters of RFC 3986 are encoded, lists repeat their name', () => {
  const rows = ['| id {data-required} | string | x', '| query | object | x', '| tag {data-indent=1} | string[] | x']
  const { target } = messageOf(httpPage(rows, '@id = a/b!~*\'()é\nGET /v3/x/{id}?tag=1%2B1&tag=%C2%A5', 'get'))
  expect(target).toBe('/v3/x/a%2Fb%21~%2A%27%28%29%C3%A9?tag=1%2B1&tag=%C2%A5')
})

test('an access point with a path of its own', () => {
  expect(messageOf(httpPage([], 'GET https://api.mch.weixin.qq.com/hk/v3/statements', 'get'))).toMatchObject({
    origin: 'https://api.mch.weixin.qq.com', target: '/hk/v3/statements',
  })
})
