import { validate } from '@scalar/openapi-parser'
import { describe, expect, test } from 'vitest'
import { compilePage, toOpenApi, type Catalog } from '../../src/index.ts'
import { catalogOfFacts } from '../support/facts.ts'
import { fixture } from '../support/pages.ts'

const version = '1.0.0'
const errorsOf = async (catalog: Catalog) => {
  const document = JSON.parse(JSON.stringify(toOpenApi(catalog, version))) as Record<string, unknown>
  const { valid, errors = [] } = await validate(document)
  return valid ? [] : errors
}
const operationsOf = (name: string) => compilePage(fixture(name), `openapi/v3/${name}.md`).operations
const catalogOf = (...names: string[]): Catalog => ({
  operations: names.flatMap(operationsOf).map(({ operation }) => operation),
})

test('compiles the stored pages to the stored document', async () => {
  const document = toOpenApi(catalogOf('cancel', 'several', 'terms'), version)
  await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot('../fixtures/openapi.out.json')
})

test('lists the error codes of every operation in the default response', () => {
  const errors = [{ status: 401, code: 'SIGN_ERROR', meaning: '签名错误', remedy: '核对签名' }]
  expect(toOpenApi({ operations: [], errors }, version)).toHaveProperty(
    'components.responses.Error.description', '失败\n- `SIGN_ERROR`（401）：签名错误',
  )
})

describe('an external validator', () => {
  test('accepts the stored pages', async () => {
    expect(await errorsOf(catalogOf('cancel', 'several', 'tables-only', 'terms'))).toEqual([])
  })

  test('accepts an empty catalog', async () => {
    expect(await errorsOf({ operations: [] })).toEqual([])
  })

  test('accepts all known operations and notifications', { timeout: 60_000 }, async () => {
    expect(await errorsOf(catalogOfFacts())).toEqual([])
  })

  test('rejects an invalid document', async () => {
    const document = toOpenApi(catalogOf('cancel'), version)
    const { valid } = await validate({ ...document, paths: { '/x': { post: { parameters: [{ in: 'nowhere' }] } } } })
    expect(valid).toBe(false)
  })
})

describe('every known operation', () => {
  const catalog = catalogOfFacts()
  const document = toOpenApi(catalog, version) as {
    paths: Record<string, Record<string, { operationId: string }>>
    webhooks: Record<string, unknown>
  }
  const operations = Object.values(document.paths).flatMap(item => Object.values(item))

  test('has a unique id', () => {
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    for (const { operationId } of operations) expect(operationId).toMatch(/^[a-z][A-Za-z0-9]*$/)
  })

  test('is listed under paths or x-other-paths', () => {
    const others = (document as unknown as { 'x-other-paths': object })['x-other-paths']
    expect(Object.keys(others)).toHaveLength(1)
    expect(operations.length + Object.keys(others).length).toBe(catalog.operations.length)
    expect(Object.keys(document.webhooks)).toHaveLength(catalog.notifications!.length)
  })
})

test('lists a full URL from another response under x-other-paths', () => {
  const { operations } = compilePage('# 下载 {#get}\n\n```http\nGET {download_url}\n```\n', 'a.md')
  const document = toOpenApi({ operations: operations.map(({ operation }) => operation) }, version)
  expect(document).toMatchObject({ 'paths': {}, 'x-other-paths': { '{download_url}': { get: { summary: '下载' } } } })
  expect(document.paths).toEqual({})
})

test('writes tags, servers and multipart bodies', () => {
  const { paths } = toOpenApi(catalogOf('upload'), version) as { paths: Record<string, Record<string, unknown>> }
  expect(paths['/v3/global/merchant-storage/file/upload']?.post).toMatchObject({
    tags: ['境外商户'],
    servers: [{ url: 'https://apihk.mch.weixin.qq.com' }],
    requestBody: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: {
            properties: {
              file: { type: 'string', contentMediaType: 'application/octet-stream' },
              meta: { contentMediaType: 'application/json', contentSchema: { required: ['sha256', 'filename'] } },
            },
            required: ['file', 'meta'],
          },
        },
      },
    },
  })
})
