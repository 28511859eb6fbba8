import { describe, expect, test } from 'vitest'
import { compilePage, sdkLanguages, type Operation } from '../../src/index.ts'
import { fixture, httpPage } from '../support/pages.ts'

const extensions: Record<string, string> = { java: 'java', go: 'go', python: 'py' }

const operationsOf = (source: string) => compilePage(source, 'openapi/v3/a.md').operations.map(({ operation }) => operation)

const written = (rows: string[], http: string, verb?: string) => operationsOf(httpPage(rows, http, verb))[0]!

const [upload, download] = operationsOf(fixture('upload')) as [Operation, Operation]

/** An operation of every kind. */
const operations: Record<string, Operation> = {
  get: written(
    ['| query | object | x', '| mchid {data-indent=1} | string | x', '| need_detail {data-indent=1} | boolean | x'],
    'GET /v3/pay/transactions/id/420000?mchid=1900000109&need_detail=true', 'get',
  ),
  post: written(['| json | object | x'], `POST /v3/pay/transactions/native

{"description":"他说\\"好\\"","amount":{"total":100,"currency":"CNY"},"goods":[{"id":"1"},{"id":"2"}],"tags":["a","b"],"empty":[],
"nothing":null,"flag":true,"mixed":[1,"a"],"attach":"{\\"store\\":\\"\\\\u0000\\"}"}`),
  encrypted: written(
    [
      '| headers | object | x', '| Wechatpay-Serial {data-indent=1} | string | x', '| json | object | x',
      '| receivers {data-indent=1} | object[] | x', '| type {data-indent=2} | string | x',
      '| name {data-indent=2 data-encrypted=by-rsa-pubkey} | string | x',
    ],
    'POST /v3/profitsharing/orders\nWechatpay-Serial: PUB_KEY_ID_1\n\n{"receivers":[{"type":"A","name":"张三"},{"type":"B","name":"李四"}]}',
  ),
  headers: written(
    ['| headers | object | x', '| Accept-Language {data-indent=1} | string | x', '| json | object | x'],
    'PUT /v3/x\nAccept-Language: zh-CN\n\n{"a":1}', 'put',
  ),
  empty: { ...written([], 'DELETE /v3/merchant-service/complaint-notifications', 'delete'), response: [], returns: 'empty' },
  upload,
  download,
}

describe.each(sdkLanguages)('$label', ({ id, request, notification }) => {
  const golden = (kind: string) => `../fixtures/sdk-languages/${kind}.${extensions[id]}`

  test.each(Object.entries(operations))('writes the whole program of an operation: %s', async (kind, operation) => {
    await expect(`${request(operation)}\n`).toMatchFileSnapshot(golden(kind))
  })

  test('writes the server that receives a notification', async () => {
    const page = compilePage(fixture('notification'), 'webhook/v3/TRANSACTION.SUCCESS.md')
    await expect(`${notification(page.notification!)}\n`).toMatchFileSnapshot(golden('notification'))
  })
})

test('says what an SDK cannot send', () => {
  const operation = written(['| json | object | x'], 'DELETE /v3/x\n\n{"a":1}', 'delete')
  const codes = sdkLanguages.map(({ id, request }) => [id, request(operation)])
  expect(codes.filter(([, code]) => code!.includes('发不了这个请求')).map(([id]) => id)).toEqual(['python'])
})
