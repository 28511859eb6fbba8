import { describe, expect, test } from 'vitest'
import { readHttp } from '../../src/example/http.ts'

/** Reads a block; `messages` are the reported problems. */
function read(text: string) {
  const messages: string[] = []
  const example = readHttp(text, (line, message, hint) => messages.push(`${line}: ${message}, ${hint}`))
  return { example, messages }
}

describe('readHttp', () => {
  test('reads variables, request line, headers and body', () => {
    const { example, messages } = read([
      '# 一笔订单',
      '@out_order_no = 1234323JKHDFE1243252',
      '',
      'POST /v3/payscore/smartretail-orders/{out_order_no}/cancel HTTP/1.1',
      'Content-Type: application/json',
      'Wechatpay-Serial: PUB_KEY_ID_01',
      '',
      '{',
      '  "appid": "wx"',
      '}',
    ].join('\n'))
    expect(messages).toEqual([])
    expect(example).toMatchObject({
      method: 'POST',
      path: '/v3/payscore/smartretail-orders/{out_order_no}/cancel',
      line: 4,
      variables: { out_order_no: '1234323JKHDFE1243252' },
      headers: { 'Wechatpay-Serial': 'PUB_KEY_ID_01' },
      json: { appid: 'wx' },
    })
    expect(Object.fromEntries(example.lines)).toEqual({
      'out_order_no': 2, 'headers/Wechatpay-Serial': 6, 'json': 8, 'json/appid': 9,
    })
  })

  test('decodes the query and reads a repeated name as a list', () => {
    const { example } = read('GET /v3/certificates?a=1%2F2&b=x&b=y+z&c=%zz')
    expect(example.query).toEqual({ a: '1/2', b: ['x', 'y z'], c: '%zz' })
  })

  test('keeps question marks within the query', () => {
    expect(read('GET /v3/x?url=https://a.example/?b=1').example.query).toEqual({ url: 'https://a.example/?b=1' })
  })

  test('accepts a request line alone', () => {
    expect(read('GET /v3/certificates\n').example).toEqual({
      method: 'GET', path: '/v3/certificates', line: 1, variables: {}, lines: new Map(),
    })
  })

  test.each([
    ['@a = 1\nGET /v3/x', '1: @a is unused, add {a} to the path or remove the line'],
    ['GET /v3/{a}', '1: {a} has no value, add @a = … above the request line'],
    ['@a =\nGET /v3/{a}', '1: {a} has no value, add @a = … above the request line'],
    ['a = 1\nGET /v3/x', '1: unknown line “a = 1” above the request line, write @name = value'],
    ['GET /v3/x\nAccept', '2: “Accept” is not a header, write Name: value, and an empty line before the body'],
  ])('reports %j', (text, message) => {
    expect(read(text).messages).toEqual([message])
  })

  test.each(['', '@a = 1', 'GET', 'GET v3/certificates', 'get /v3/certificates', 'GET ftp://a.example/v3/x'])(
    'throws for %j, which has no request line', (text) => {
      expect(() => read(text)).toThrow('the http block has no request line')
    })

  test('gives the line of a body error within the block', () => {
    expect(() => read('POST /v3/x\n\n{\n  "a": 1,\n}')).toThrow(expect.objectContaining({ line: 5 }))
  })
})
