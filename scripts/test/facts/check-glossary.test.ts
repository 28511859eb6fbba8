import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileFolder } from '@wxpay-live/compiler'
import { afterAll, expect, test } from 'vitest'
import { checkGlossary } from '../../facts/check-glossary.ts'

const folder = mkdtempSync(join(tmpdir(), 'glossary-'))
afterAll(() => rmSync(folder, { recursive: true }))

writeFileSync(join(folder, 'shops.md'), `---
title: 新建门店
---

# 新建门店 {#post}

| 请求参数 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| json {data-required} | object | 声明请求的\`JSON\`数据结构
| name {data-required data-indent=1} | string | 门店的名称
| kind {data-indent=1} | string | 门店的种类。枚举值：\`SHOP\`
| address {data-indent=1} | object | 地址
| city {data-indent=2} | string | 城市

{.im-table #request}

\`\`\`http
POST /v3/shops HTTP/1.1
Host: api.mch.weixin.qq.com

{"name":"微风便利"}
\`\`\`

| 返回字典 | 类型 {.type} | 描述 {.desc}
| --- | --- | ---
| name {data-required} | string | 名称

{.im-table #response}
`)
const pages = await compileFolder(folder)

const entry = (parent: string, name: string, text: string | null, others: string[] = []) =>
  ({ parent, name, text, others })
const agreeing = [
  entry('request', 'name', '门店的名称'), entry('request', 'kind', '门店的种类。枚举值：`STALL`'),
  entry('request', 'address', null, ['地址']), entry('address', 'city', '所在的城市', ['城市']), entry('response', 'name', '名称'),
]

test('lets a row say what the glossary says, with values of its own, or one of the others', () => {
  expect(checkGlossary(pages, agreeing)).toEqual([])
})

test('names the row that says something else, or of which the glossary has no text', () => {
  const [, ...others] = agreeing
  const problems = checkGlossary(pages, [entry('request', 'name', '名字'), ...others.slice(0, -1)])
  const ending = 'write that, or add this one to `others` in glossary.ndjson'
  expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
    `10 name (below request): the glossary says “名字”: ${ending}`,
    `26 name (below response): the glossary has no text for it: ${ending}`,
  ])
})
