import { expect, test } from 'vitest'
import { compilePage } from '../../src/index.ts'
import { httpPage, problemsOf } from '../support/pages.ts'

test('groups rows by their part of the request, with variables in the order of the path', () => {
  const source = httpPage([
    '| b {data-required} | string | 后', '| a {data-required} | string | 先',
    '| query | object | 查询串', '| limit {data-indent=1} | integer | 条数',
    '| headers | object | 请求头', '| Wechatpay-Serial {data-indent=1} | string | 序列号',
    '| json | object | 请求体', '| mchid {data-indent=1} | string | 商户号',
  ], '@a = 1\n@b = 2\nPOST /v3/{a}/{b}')
  expect(compilePage(source, 'a.md').problems).toEqual([])
  expect(compilePage(source, 'a.md').operations[0]?.operation.request).toMatchObject({
    path: [{ name: 'a' }, { name: 'b' }],
    query: [{ name: 'limit' }],
    headers: [{ name: 'Wechatpay-Serial' }],
    json: { name: 'json', children: [{ name: 'mchid' }] },
  })
})

test('reports a path variable without a row, and a row without a variable', () => {
  expect(problemsOf(httpPage(['| b {data-required} | string | 后'], '@a = 1\nGET /v3/x/{a}', 'get'))).toEqual([
    'page.md:1: the path variable {a} has no row in the request table, add “| a {data-required} | string | … |”',
    'page.md:5: “b” is not a variable of /v3/x/{a}, indent it below the query, json, body or headers row it belongs to, or remove it',
  ])
})
