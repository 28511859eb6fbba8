import type { Field, JsonValue, Operation } from '@wxpay-live/compiler/model'
import { fc, fuzz, runs } from '../../../../test/support/fuzz.ts'
import { expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { operationsOfFacts } from '../support/facts.ts'
import { identity, now } from '../support/identity.ts'
import { claims } from '../support/claims.ts'

const operations = operationsOfFacts()
  .filter(({ method, path, accepts }) => claims.has(`${method} ${path}`) && !accepts)
const catalog = { operations }

const keys = ['ORDER_A1', 'ORDER_A2', '..', '%', 'constructor', '__proto__']
const odd = fc.oneof(
  fc.constantFrom('', '2025-01-02T11:04:05+08:00'), fc.double({ noNaN: true }), fc.constant(null),
  fc.string({ unit: 'binary' }),
)

/** Returns a value that the row of a table allows, now and then another. */
function valueOf(field: Field): fc.Arbitrary<JsonValue> {
  const item = { ...field, type: field.type.replace('[]', '') as Field['type'] }
  const value = item.type === field.type ? itemOf(field) : fc.array(itemOf(item), { maxLength: 3 })
  return fc.oneof({ weight: 30, arbitrary: value }, odd)
}

function itemOf({ type, enum: values, children, sample }: Field): fc.Arbitrary<JsonValue> {
  if (type === 'object') return objectOf(children ?? [])
  if (type === 'boolean') return fc.boolean()
  if (values) return fc.constantFrom(...values).map(value => type === 'string' ? value : Number(value))
  if (type !== 'string') return fc.integer({ min: -1, max: 3 })
  return fc.constantFrom(...keys, ...typeof sample === 'string' ? [sample] : [])
}

function objectOf(fields: Field[]): fc.Arbitrary<Record<string, JsonValue>> {
  const values = Object.fromEntries(fields.map(field => [field.name, valueOf(field)]))
  const requiredKeys = fields.filter(({ required }) => required).map(({ name }) => name)
  return fc.record(values, { requiredKeys, noNullPrototype: true })
}

const callOf = (operation: Operation) => fc.record({
  operation: fc.constant(operation),
  path: fc.record(Object.fromEntries(operation.request.path.map(({ name, type }) =>
    [name, type === 'string' ? fc.constantFrom(...keys) : fc.constantFrom('1', '2')]))),
  query: objectOf(operation.request.query),
  body: operation.request.json ? objectOf(operation.request.json.children ?? []) : fc.constant(undefined),
})

const call = fc.constantFrom(...operations).chain(callOf)

test('replies as the API does to any request, however odd the requests before', async () => {
  const calls = fc.array(call, { maxLength: 12 })
  let accepted = 0
  await fuzz(fc.asyncProperty(calls, fc.boolean(), async (calls, strict) => {
    const { fetch, control } = createSandbox({ catalog, identity, now, strict, signatures: false })
    for (const { operation: { method, path: template }, path, query, body } of calls) {
      const target = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? '1'))
      const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
      const request = { method, body: method === 'GET' || body === undefined ? null : JSON.stringify(body) }
      const response = await fetch(new Request(`https://api.mch.weixin.qq.com${target}?${search}`, request))
      expect([200, 204, 400, 403, 404, 405]).toContain(response.status)
      if (response.ok) accepted++
      await control.advance().catch((error: unknown) => expect(error).toBeInstanceOf(RangeError))
    }
  }), { numRuns: runs(400) })
  expect(accepted).toBeGreaterThan(300)
})
