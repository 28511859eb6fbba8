import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compilePage, formatProblem } from '../src/index.ts'
import { fixture } from './support/pages.ts'

const locations = {
  'cancel': 'openapi/v3/payscore/smartretail-orders/{out_order_no}/cancel.md',
  'several': 'openapi/v3/payscore/smartretail-orders.md',
  'problems': 'openapi/v3/problems.md',
  'tables-only': 'openapi/v3/certificates.md',
  'upload': 'openapi/v3/upload.md',
  'notification': 'webhook/v3/RECHARGE.FUND_RETURNED.md',
}

describe('stored page → stored output', () => {
  test.each(Object.entries(locations))('%s', async (name, file) => {
    const { operations, notification, problems } = compilePage(fixture(name), file)
    const output = { operations, notification, problems: problems.map(formatProblem) }
    await expect(`${JSON.stringify(output, null, 2)}\n`).toMatchFileSnapshot(`fixtures/${name}.out.json`)
  })
})

const seed = new URL('../../../../shared/seed/cancel.md', import.meta.url)
test(existsSync(seed) ? 'cancel.md is the seed page' : 'the seed page is not at hand, so cancel.md has nothing to equal', () => {
  expect(fixture('cancel')).toBe(existsSync(seed) ? readFileSync(seed, 'utf8') : fixture('cancel'))
})

test('the seed page is read as a person reads it', () => {
  const { operations: [compiled], problems } = compilePage(fixture('cancel'), locations.cancel)
  expect(problems).toEqual([])
  expect(compiled?.operation).toMatchObject({
    method: 'POST',
    path: '/v3/payscore/smartretail-orders/{out_order_no}/cancel',
    title: '撤销智慧零售订单',
    anchor: 'post',
    references: ['https://pay.weixin.qq.com/wiki/doc/apiv3/payscore.php?chapter=14_3&index=5'],
    example: {
      path: { out_order_no: '1234323JKHDFE1243252' },
      json: { appid: 'wxd678efh567hg6787', service_id: '500001', reason: '用户投诉' },
    },
  })
  expect(compiled?.line).toBe(6)
  expect(compiled?.example?.tabs.map(({ label }) => label)).toEqual([
    '异步纯链式', '异步声明式', '异步属性式', '同步纯链式', '同步声明式', '同步属性式',
  ])
})

test('the shown value of a request field is its sample', () => {
  const { operations: [compiled] } = compilePage(fixture('several'), locations.several)
  const fields = compiled?.operation.request.json?.children ?? []
  expect(fields.find(({ name }) => name === 'total_amount')?.sample).toBe(40000)
  expect(fields.find(({ name }) => name === 'post_payments')?.children?.[1]?.sample).toBe(400.5)
  expect(fields.find(({ name }) => name === 'profit_sharing')?.sample).toBe(true)
})

test('a guide without operations is fine', () => {
  expect(compilePage('# 签名 {#signing}\n\n```http\nGET /v3/certificates\n```\n', 'guide/signing.md'))
    .toEqual({ operations: [], programs: [], problems: [], frontmatter: {} })
})

test('a table without an operation is pointed out', () => {
  const { problems } = compilePage('# 页面\n\n| a | b | c\n| - | - | -\n| x | string | y\n\n{.im-table #request}\n', 'a.md')
  expect(problems.map(formatProblem)).toEqual([
    'a.md:3: warning: the table #request belongs to no operation, add a verb to the heading above, such as {#post}',
  ])
})
