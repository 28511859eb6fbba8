import { expect, test } from 'vitest'
import { compilePage } from '../../src/index.ts'
import { Code } from '../../src/snippets/literal.ts'
import { toMessage } from '../../src/snippets/request-message.ts'
import { fixture, httpPage } from '../support/pages.ts'

const sealing = { encrypt: (text: string) => new Code(`<${text}>`), serial: new Code('<serial>') }
const messageOf = (source: string) => toMessage(compilePage(source, 'openapi/v3/a.md').operations[0]!.operation, sealing)

test('writes values into the URL and JSON into the body', () => {
  expect(messageOf(fixture('cancel'))).toEqual({
    origin: 'https://api.mch.weixin.qq.com',
    target: '/v3/payscore/smartretail-orders/S20260312094500000001/cancel',
    headers: [['Accept', 'application/json'], ['Content-Type', 'application/json']],
    body: '{\n  "appid": "wxd678efh567hg6787",\n  "service_id": "500001",\n  "reason": "用户投诉"\n}',
  })
})

test('encodes all but the unreserved characters of RFC 3986 and repeats the name of a list', () => {
  const rows = ['| id {data-required} | string | x', '| query | object | x', '| tag {data-indent=1} | string[] | x']
  const { target } = messageOf(httpPage(rows, '@id = a/b!~*\'()é\nGET /v3/x/{id}?tag=1%2B1&tag=%C2%A5', 'get'))
  expect(target).toBe('/v3/x/a%2Fb%21~%2A%27%28%29%C3%A9?tag=1%2B1&tag=%C2%A5')
})

test('prefixes the path of the access point', () => {
  expect(messageOf(httpPage([], 'GET https://api.mch.weixin.qq.com/hk/v3/statements', 'get'))).toMatchObject({
    origin: 'https://api.mch.weixin.qq.com', target: '/hk/v3/statements',
  })
})

test('writes code for sensitive values in the URL and in JSON, and names the key', () => {
  const rows = (group: string) => [`| ${group} | object | x`, '| name {data-indent=1 data-encrypted=by-rsa-pubkey} | string | x']
  const query = messageOf(httpPage(rows('query'), 'GET /v3/x?name=%E5%BC%A0', 'get'))
  const json = messageOf(httpPage(rows('json'), 'POST /v3/x\n\n{"name":"张"}'))
  expect(query.target).toBe('/v3/x?name=<张>')
  expect(json.body).toBe('{\n  "name": "<张>"\n}')
  expect([query, json].map(({ headers }) => headers.at(-1))).toEqual(Array(2).fill(['Wechatpay-Serial', '<serial>']))
})
