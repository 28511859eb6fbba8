import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compilePage, formatProblem } from '../src/index.ts'
import { fixture } from './support/pages.ts'

const locations = {
  'cancel': 'openapi/v3/payscore/smartretail-orders/{out_order_no}/cancel.md',
  'several': 'openapi/v3/payscore/smartretail-orders.md',
  'problems': 'openapi/v3/problems.md',
  'tables-only': 'openapi/v3/certificates.md',
  'terms': 'openapi/v3/callbacks.md',
  'terms-problems': 'openapi/v3/callbacks.md',
  'upload': 'openapi/v3/upload.md',
  'notification': 'webhook/v3/RECHARGE.FUND_RETURNED.md',
  'forms': 'webhook/v3/TRANSACTION.SUCCESS.md',
}

describe('a stored page', () => {
  test.each(Object.entries(locations))('compiles to the stored output: %s', async (name, file) => {
    const { operations, notification, problems } = compilePage(fixture(name), file)
    const output = { operations, notification, problems: problems.map(formatProblem) }
    await expect(`${JSON.stringify(output, null, 2)}\n`).toMatchFileSnapshot(`fixtures/${name}.out.json`)
  })
})

test('reads pages of up to a million characters', () => {
  const problemsOf = (length: number) => compilePage('# x'.padEnd(length), 'openapi/v3/x.md').problems.map(formatProblem)
  expect(problemsOf(1_000_000)).toEqual([])
  expect(problemsOf(1_000_001)).toEqual([
    'openapi/v3/x.md:1: the page has 1000001 characters, split it, up to 1000000 are read',
  ])
})

test('keeps the seed page byte for byte, in the fixtures and in the docs', () => {
  const seed = new URL(`../../../docs/${locations.cancel}`, import.meta.url)
  expect(createHash('sha256').update(fixture('cancel')).digest('hex')).toBe(
    '6cc3e9ab4d6c79ee82dc02de2fb1b199b3e07f909baf35487ee46298fb42f8ea',
  )
  expect(readFileSync(seed, 'utf8')).toBe(fixture('cancel'))
})

test('reads the seed page', () => {
  const { operations: [compiled], problems } = compilePage(fixture('cancel'), locations.cancel)
  expect(problems).toEqual([])
  expect(compiled?.operation).toMatchObject({
    method: 'POST',
    path: '/v3/payscore/smartretail-orders/{out_order_no}/cancel',
    title: '撤销智慧零售订单',
    anchor: 'post',
    references: ['https://pay.weixin.qq.com/wiki/doc/apiv3/payscore.php?chapter=14_3&index=5'],
    example: {
      path: { out_order_no: 'S20260312094500000001' },
      json: { appid: 'wxd678efh567hg6787', service_id: '500001', reason: '用户投诉' },
    },
  })
  expect(compiled?.line).toBe(6)
  expect(compiled?.example?.tabs.map(({ label }) => label)).toEqual([
    '异步纯链式', '异步声明式', '异步属性式', '同步纯链式', '同步声明式', '同步属性式',
  ])
})

test('uses the value in the example as the sample of a request field', () => {
  const { operations: [compiled] } = compilePage(fixture('several'), locations.several)
  const fields = compiled?.operation.request.json?.children ?? []
  expect(fields.find(({ name }) => name === 'total_amount')?.sample).toBe(40000)
  expect(fields.find(({ name }) => name === 'post_payments')?.children?.[1]?.sample).toBe(400.5)
  expect(fields.find(({ name }) => name === 'profit_sharing')?.sample).toBe(true)
})

test('accepts a guide without operations', () => {
  expect(compilePage('# 签名 {#signing}\n\n```http\nGET /v3/certificates\n```\n', 'guide/signing.md'))
    .toEqual({
      operations: [], errors: [], programs: [], problems: [], lines: new Map(), lineOf: expect.any(Function),
      frontmatter: {},
    })
})

test('warns about a table without an operation', () => {
  const { problems } = compilePage('# 页面\n\n| a | b | c\n| - | - | -\n| x | string | y\n\n{.im-table #request}\n', 'a.md')
  expect(problems.map(formatProblem)).toEqual([
    'a.md:3: warning: the table #request is not part of an operation, add a verb to the heading above, such as {#post}',
  ])
})
