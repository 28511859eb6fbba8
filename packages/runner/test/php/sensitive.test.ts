import { createClient } from '@wxpay-live/client'
import { compilePage, snippets } from '@wxpay-live/compiler'
import { describe, expect, it } from 'vitest'
import { createTypescriptWorker } from '../../src/typescript/node.ts'
import { createPhpWorker } from '../../src/php/node.ts'
import { useSandbox } from '../support/sandbox.ts'

/** Pages with sensitive fields in lists, objects and a URL, as in profit sharing, merchant applications and a query. */
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

/** TypeScript in Node does not report its console, so only its outcome is checked. */
const languages = {
  typescript: { ...await useSandbox({ operations }, createTypescriptWorker), printed: '' },
  php: { ...await useSandbox({ operations }, createPhpWorker), printed: 'Array\n(\n    [ok] => 1\n)\n' },
}

describe.each(Object.keys(pages).map((name, index) => ({ name, operation: operations[index]! })))('$name', ({ operation }) => {
  it.each([
    { id: 'typescript', strict: true }, { id: 'typescript', strict: false }, { id: 'php', strict: true }, { id: 'php', strict: false },
  ] as const)('is decrypted and accepted from every derived tab: $id, strict $strict', async ({ id, strict }) => {
    const { renew, runTab, printed } = languages[id]
    renew(strict)
    for (const { code } of snippets({ operation }).find(language => language.id === id)!.tabs) {
      expect(await runTab(code)).toEqual({ ended: 'done', output: printed, errors: [] })
    }
  })
})

it('is rejected by a strict sandbox if it is not encrypted', async () => {
  const { client, renew } = languages.php
  renew(true)
  const sent = createClient(client).v3.x.postAsync({ json: { receivers: [{ name: '张三' }] } })
  await expect(sent).rejects.toThrow('解密失败')
})
