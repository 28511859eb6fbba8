import { expect, test } from 'vitest'
import { createSandbox } from '../src/index.ts'
import { misfits } from './support/check-against-table.ts'
import { hasFacts, operationsOfFacts, valueOf } from './support/facts.ts'
import { identity, now } from './support/identity.ts'
import { signed } from './support/request.ts'

/** What the samples of the tables alone cannot get right: a fund of a declared name, amounts that add up. */
const rightlyRefused = [
  'POST /v3/payscore/serviceorder/risk_fund/name: 1217752501201407033233368018 is not declared',
  expect.stringMatching(/direct-complete: 400 .*总金额 1 与付费项目减去优惠之和 0 不一致/),
]

test.runIf(hasFacts)('each of the 1,018 operations of WeChat Pay answers a response that fits its own table', async () => {
  const operations = operationsOfFacts()
  const sandbox = createSandbox({ catalog: { operations }, identity, now })
  const shapes = new Map(operations.map(operation => [shape(operation), operation]))
  const wrong: string[] = []
  for (const { method, path, request, response: table } of operations) {
    const query = request.query.map(field => `${field.name}=${encodeURIComponent(String(field.sample))}`).join('&')
    const variables = new Map(request.path.map(field => [field.name, String(field.sample)]))
    const target = path.replace(/\{(\w+)\}/g, (_, name: string) => variables.get(name) ?? '1') + (query && `?${query}`)
    await sandbox.control.reset()
    const response = await sandbox.fetch(signed(method, target, request.json && valueOf(request.json)))
    if (response.headers.get('Content-Type')?.startsWith('application/json') === false) continue
    const expected = table.length ? 200 : 204
    const body = await response.text()
    if (response.status !== expected) wrong.push(`${method} ${path}: ${response.status} ${body}`)
    else if (table.length) wrong.push(...misfits(table, JSON.parse(body)).map(misfit => `${method} ${path}${misfit}`))
  }
  expect(operations).toHaveLength(1018)
  expect(shapes.size).toBe(1017)
  expect(wrong).toEqual(rightlyRefused)
}, 60_000)

const shape = ({ method, path }: { method: string, path: string }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`
