import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { compilePage, snippets } from '@wxpay-live/compiler'
import { createClient } from '@wxpay-live/client'
import { clientSettings, createSandbox } from '@wxpay-live/sandbox'
import { createIdentity } from '@wxpay-live/sandbox/identity'
import { afterAll, describe, expect, it } from 'vitest'
import { reuseWorker, run, type RunEvent } from '../../src/index.ts'
import { compilePhp, createPhpWorker } from '../../src/php/node.ts'
import { createTypescriptWorker } from '../../../compiler/src/run/typescript-worker.ts'

/** What profit sharing, applications of merchants and a query have: sensitive fields in lists, in objects and in a URL. */
const page = (verb: string, group: string, request: string) => `# 敏感字段 {#${verb}}

| 请求参数 | 类型 | 描述
| --- | --- | ---
| ${group} {data-required} | object | 参数
| name {data-indent=1 data-encrypted=by-rsa-pubkey} | string | 姓名
| receivers {data-indent=1} | object[] | 接收方
| name {data-required data-indent=2 data-encrypted=by-rsa-pubkey} | string | 姓名
| contact_info {data-indent=1} | object | 联系人
| mobile_phone {data-required data-indent=2 data-encrypted=by-rsa-pubkey} | string | 电话

{.im-table #request}

\`\`\`http
${request}
\`\`\`

| 返回字典 | 类型 | 描述
| --- | --- | ---
| ok {data-required} | boolean | 结果

{.im-table #response}
`

const pages = {
  'lists and objects': page('post', 'json', `POST /v3/x

{ "receivers": [{ "name": "张三" }, { "name": "O'Neil" }], "contact_info": { "mobile_phone": "13800138000" } }`),
  'a query': page('get', 'query', 'GET /v3/y?name=%E5%BC%A0%E4%B8%89'),
}

const operations = Object.values(pages).map(source => compilePage(source, 'openapi/v3/x.md').operations[0]!.operation)
const identity = await createIdentity()
let sandbox = createSandbox({ catalog: { operations }, identity })
const server = createAdaptorServer({ fetch: request => sandbox.fetch(request) })
await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
afterAll(() => { server.close() })

const client = { ...clientSettings(identity), baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
const php = await compilePhp()
/** TypeScript in a thread of Node does not report its console: that it ends well is enough. */
const languages = {
  typescript: { workers: reuseWorker(createTypescriptWorker), printed: '' },
  php: { workers: reuseWorker(createPhpWorker), printed: 'Array\n(\n    [ok] => 1\n)\n' },
}
type Workers = ReturnType<typeof reuseWorker>

/** What a tab prints. */
async function printedBy(code: string, workers: Workers): Promise<string> {
  const events: RunEvent[] = []
  const { outcome } = run(code, { ...workers, php, client, onEvent: event => void events.push(event) })
  expect([await outcome, ...events.filter(({ type }) => type === 'error')]).toEqual(['done'])
  return events.map(event => event.type === 'output' || event.type === 'log' ? event.text : '').join('')
}

describe.each(Object.keys(pages).map((name, index) => ({ name, operation: operations[index]! })))('$name', ({ operation }) => {
  it.each([
    { id: 'typescript', strict: true }, { id: 'typescript', strict: false }, { id: 'php', strict: true }, { id: 'php', strict: false },
  ] as const)('is decrypted and accepted from every derived tab: $id, strict $strict', async ({ id, strict }) => {
    sandbox = createSandbox({ catalog: { operations }, identity, strict })
    const { workers, printed } = languages[id]
    for (const { code } of snippets({ operation }).find(language => language.id === id)!.tabs) {
      expect(await printedBy(code, workers)).toBe(printed)
    }
  })
})

it('is refused where it is plain and the sandbox strict', async () => {
  sandbox = createSandbox({ catalog: { operations }, identity, strict: true })
  await expect(createClient(client).v3.x.postAsync({ json: { receivers: [{ name: '张三' }] } })).rejects.toThrow('解密失败')
})
