import { createHash } from 'node:crypto'
import type { Field, Operation } from '@wxpay-live/compiler/model'
import { expect, test } from 'vitest'
import { createSandbox } from '../src/index.ts'
import { mismatches } from './support/check-against-table.ts'
import { operationsOfFacts, valueOf } from './support/facts.ts'
import { identity, now } from './support/identity.ts'
import { authorization, signed, signedParts } from './support/request.ts'

/** Rules that samples alone do not follow: amounts add up, a payer does not receive, a list has two items. */
const rightlyRefused = [
  /payscore\/(partner\/)?serviceorder\/(direct-complete|\{out_order_no\}\/(complete|modify)): 400 .*总金额 1 与付费项目减去优惠之和 0 不一致/,
  /ecommerce\/profitsharing\/orders: 400 .*分账接收方不允许为分账出资方/,
  /ecommerce\/account\/cancel-applications: 400 .*此字段个数为 1 个，低于最小值 2/,
]

test('responds to each of the 1,051 operations of WeChat Pay as its own table says', async () => {
  const operations = operationsOfFacts()
  const sandbox = createSandbox({ catalog: { operations }, identity, now, strict: false })
  const shapes = new Map(operations.map(operation => [shape(operation), operation]))
  const wrong: string[] = []
  for (const operation of operations) {
    const { method, path, response: table, returns, status = table.length || returns === 'binary' ? 200 : 204 } = operation
    await sandbox.control.reset()
    const response = await sandbox.fetch(requestOf(operation))
    const body = await response.text()
    if (response.status !== status) wrong.push(`${method} ${path}: ${response.status} ${body}`)
    else if (returns === 'binary') expect(response.headers.get('Content-Type')).not.toMatch(/json/)
    else if (table.length) wrong.push(...mismatches(table, JSON.parse(body)).map(mismatch => `${method} ${path}${mismatch}`))
  }
  expect(operations).toHaveLength(1051)
  expect(shapes.size).toBe(1050)
  expect(wrong.filter(line => !rightlyRefused.some(rule => rule.test(line)))).toEqual([])
  expect(wrong).toHaveLength(8)
}, 60_000)

const shape = ({ method, path }: { method: string, path: string }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`

/** Creates a signed request with the samples of the tables. */
function requestOf({ method, path: template, page, request, accepts }: Operation): Request {
  const path = template.startsWith('/') ? template : page.replace('openapi', '')
  const query = request.query.map(field => `${field.name}=${encodeURIComponent(String(field.sample))}`).join('&')
  const variables = new Map(request.path.map(field => [field.name, String(field.sample)]))
  const target = path.replace(/\{(\w+)\}/g, (_, name: string) => variables.get(name) ?? '1') + (query && `?${query}`)
  const body = request.json && valueOf(request.json)
  if (!accepts) return withHeaders(request.headers, signed(method, target, body))
  const meta = request.body?.children?.find(({ name }) => name === 'meta')?.children ?? []
  const values = Object.fromEntries(meta.map(field => [field.name, valueOf(field)]))
  const part = request.body?.children?.find(({ type }) => type === 'object')?.name
  return upload(target, JSON.stringify({ ...values, ...digestsOf(values) }), part)
}

/** Returns the digest that the table has: SM3 if it says so. */
function digestsOf(meta: Record<string, unknown>) {
  const sha256 = createHash('sha256').update('file').digest('hex')
  const isSm3 = JSON.stringify(meta).includes('SM3')
  const digest = isSm3 ? createHash('sm3').update('file').digest('hex') : sha256
  return { ...'digest' in meta ? { digest } : 'file_digest' in meta ? { file_digest: sha256 } : { sha256 } }
}

function withHeaders(fields: Field[], request: Request): Request {
  for (const { name, sample } of fields) request.headers.set(name, String(sample))
  return request
}

function upload(target: string, meta: string, part = 'file'): Request {
  const form = new FormData()
  form.set('meta', meta)
  form.set(part, new File(['file'], 'a.png'))
  const headers = { Authorization: authorization(signedParts('POST', target, meta)) }
  return new Request(`https://api.mch.weixin.qq.com${target}`, { method: 'POST', headers, body: form })
}
