import { expect, test } from 'vitest'
import { createMarkdown } from '../../src/markdown/markdown-it.ts'
import { compilePage, readOperations } from '../../src/index.ts'
import { fixture } from '../support/pages.ts'

const emptyBlockOf = (source: string) => {
  const tokens = createMarkdown().parse(source, {})
  const { operations: [found] } = readOperations(tokens, { file: 'openapi/v3/certificates.md' })
  const { start, end, tabs } = found!.example!
  return { before: tokens[start - 1]?.type, length: end - start, tabs }
}

test('puts a missing example below the request table', () => {
  const table = '| 请求参数 | 类型 | 描述\n| --- | --- | ---\n| query | object | x\n\n{.im-table #request}\n'
  expect(emptyBlockOf(`# 证书 {#get}\n\n${table}\n说明`)).toEqual({ before: 'table_close', length: 0, tabs: [] })
})

test('puts a missing example below the heading if there is no table', () => {
  expect(emptyBlockOf('# 证书 {#get}\n\n说明')).toEqual({ before: 'heading_close', length: 0, tabs: [] })
})

test('reads the access point and the types of body and response from tables and examples', () => {
  const [upload, download, accepted] = compilePage(fixture('upload'), 'openapi/v3/upload.md').operations
  expect(upload!.operation).toMatchObject({ baseUri: 'https://apihk.mch.weixin.qq.com/', accepts: 'multipart', product: '境外商户' })
  expect(download!.operation).toMatchObject({ baseUri: 'https://api.mch.weixin.qq.com/hk/', returns: 'binary', response: [] })
  expect(accepted!.operation).toMatchObject({ returns: 'empty', status: 202 })
  expect(accepted!.operation.example.path).toEqual({ id: expect.stringMatching(/./) as string })
})

test('a brand\'s own API has a path without the version', () => {
  const page = 'openapi/brand/marketing/product-coupon/product-coupons.md'
  const path = '/brand/marketing/product-coupon/product-coupons'
  const { operations, problems } = compilePage('# 查询 {#get}\n', page)
  expect(problems).toEqual([])
  expect(operations[0]?.operation.path).toBe(path)
  const block = `\`\`\`http\nGET https://api.mch.weixin.qq.com${path}\n\`\`\`\n`
  expect(compilePage(`# 查询 {#get}\n\n${block}`, 'openapi/v3/coupons.md').operations[0]?.operation.path).toBe(path)
})
