import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { parsePhp } from '../../src/example/php-ast.ts'
import { readPhp } from '../../src/example/php.ts'
import { compilePage, snippets, styles, type CompiledOperation } from '../../src/index.ts'
import { fixture } from '../support/pages.ts'
import { createRecorder } from '../support/recorder.ts'

const labels = ['异步纯链式', '异步声明式', '异步属性式', '同步纯链式', '同步声明式', '同步属性式']
const operationsOf = (name: string) => compilePage(fixture(name), `openapi/v3/${name}.md`).operations
const [seed] = operationsOf('cancel') as [CompiledOperation]
const codeOf = (compiled: CompiledOperation, id: 'typescript' | 'php') => (
  snippets(compiled).find(language => language.id === id)!.tabs.map(({ code }) => code)
)

test('writes two languages in six styles and two with one tab, in the order of the page', () => {
  const languages = snippets(seed).map(({ tabs, ...names }) => (
    [...Object.values(names), tabs.map(({ label }) => label)]
  ))
  expect(languages).toEqual([
    ['typescript', 'TypeScript', 'typescript', labels],
    ['php', 'PHP', 'php', labels],
    ['http', 'HTTP', 'http', ['HTTP']],
    ['curl', 'cURL', 'bash', ['cURL']],
  ])
  expect(styles.map(({ label }) => label)).toEqual(labels)
})

describe('TypeScript of the seed page', () => {
  test('has the expected text', () => {
    expect(codeOf(seed, 'typescript')[0]).toBe(`const response = await wxpay.v3.payscore.smartretailOrders._out_order_no_.cancel.postAsync({
  out_order_no: 'S20260312094500000001',
  json: {
    appid: 'wxd678efh567hg6787',
    service_id: '500001',
    reason: '用户投诉',
  },
})
console.log(await response.json())`)
    expect(codeOf(seed, 'typescript').map(code => code.split('(')[0])).toEqual([
      'const response = await wxpay.v3.payscore.smartretailOrders._out_order_no_.cancel.postAsync',
      'const response = await wxpay.chain',
      'const response = await wxpay[\'v3/payscore/smartretail-orders/{out_order_no}/cancel\'].postAsync',
      'const response = wxpay.v3.payscore.smartretailOrders._out_order_no_.cancel.post',
      'const response = wxpay.chain',
      'const response = wxpay[\'v3/payscore/smartretail-orders/{out_order_no}/cancel\'].post',
    ])
  })

  test.each(labels.map((label, index) => [label, index] as const))('sends the request of the page in %s', async (_, index) => {
    const { run, requests, logs } = createRecorder({ status: 200, body: { order_id: '1564' } })
    await run(codeOf(seed, 'typescript')[index]!)
    expect(requests).toEqual([{
      method: 'POST',
      path: '/v3/payscore/smartretail-orders/{out_order_no}/cancel',
      options: {
        out_order_no: 'S20260312094500000001',
        json: { appid: 'wxd678efh567hg6787', service_id: '500001', reason: '用户投诉' },
      },
      sync: index >= 3,
    }])
    expect(logs).toEqual([{ order_id: '1564' }])
  })
})

describe('PHP', () => {
  test('keeps hand-written tabs', () => {
    const fences = [...fixture('cancel').matchAll(/```php .*\n([^]*?)\n```/g)].map(([, code]) => code)
    expect(codeOf(seed, 'php')).toEqual(fences)
  })

  test('derives the hand-written text from the request', () => {
    const operation = { ...seed.operation, example: { ...seed.operation.example, path: { out_order_no: '' } } }
    expect(codeOf({ ...seed, operation, example: { ...seed.example!, tabs: [] } }, 'php')).toEqual(codeOf(seed, 'php'))
  })
})

describe('every derived tab', () => {
  const all = ['cancel', 'several', 'tables-only'].flatMap(operationsOf)

  test.each(all.map(({ operation }) => [`${operation.method} ${operation.path}`, operation] as const))('sends the request of %s', async (_, operation) => {
    const [typescript, php] = snippets({ operation })
    for (const { code } of typescript!.tabs) {
      expect(ts.transpileModule(code, { reportDiagnostics: true }).diagnostics).toEqual([])
      const { run, requests } = createRecorder({ status: 204, body: null })
      await run(code)
      const { path, ...groups } = operation.example
      const options = { ...path, ...groups }
      expect(requests).toEqual([{
        method: operation.method,
        path: operation.path,
        options: Object.keys(options).length ? options : undefined,
        sync: !code.includes('await'),
      }])
    }
    for (const { code } of php!.tabs) {
      expect(() => parsePhp(code)).not.toThrow()
      const { method, path, json } = readPhp(code)
      expect([method, path, json]).toEqual([operation.method, operation.path, operation.example.json])
    }
  })
})

test('prints the status of an operation without a response body', async () => {
  const { operation } = operationsOf('several')[2]!
  const [typescript, php] = snippets({ operation })
  const { run, logs } = createRecorder({ status: 204, body: null })
  await run(typescript!.tabs[0]!.code)
  await run(typescript!.tabs[5]!.code)
  expect(logs).toEqual([204, 204])
  expect(php!.tabs[5]!.code).toBe(`$response = $instance['v3/payscore/smartretail-orders']->delete();
print_r($response->getStatusCode());`)
})

test('writes a boolean in a query as text in PHP, whose library writes true as 1', () => {
  const { operation } = operationsOf('several')[1]!
  const query = { need_query_detail: true, off: false, limit: 20, list: [true] }
  const example = { path: {}, query, json: { flag: true } }
  const [typescript, php] = snippets({ operation: { ...operation, example } })
  expect(typescript!.tabs[4]!.code).toMatch(/need_query_detail: true,[^]*flag: true,/)
  expect(php!.tabs[4]!.code).toMatch(/'need_query_detail' => 'true',\n {4}'off' => 'false',\n {4}'limit' => 20,\n {4}'list' => \[\n {6}'true',[^]*'flag' => true,/)
})
