import { describe, expect, test } from 'vitest'
import type { Field, FieldType, JsonValue } from '../../src/model/index.ts'
import { addSample, samplesOf } from '../../src/samples/sample.ts'
import { isOfType, parseScalar, scalarOf } from '../../src/samples/types.ts'
import { facts } from '../support/facts.ts'

const field = (name: string, type: FieldType, rest: Partial<Field> = {}): Field => (
  { name, type, required: true, description: '', sample: null, ...rest }
)
const sampleOf = (field: Field, shown?: JsonValue) => {
  addSample(field, shown)
  return field.sample
}

describe('without an example', () => {
  test.each<[Field, JsonValue]>([
    [field('state', 'string', { enum: ['CREATED', 'DONE'] }), 'CREATED'],
    [field('limit_pay', 'string[]', { enum: ['no_credit'] }), ['no_credit']],
    [field('count', 'integer', { enum: ['3', '6'] }), 3],
    [field('amount', 'object', { children: [field('total', 'integer')] }), { total: 100 }],
    [field('list', 'object[]', { children: [field('total', 'integer')] }), [{ total: 100 }]],
    [field('extra', 'string', { encoded: 'json', children: [field('total', 'integer')] }), '{"total":100}'],
    [field('extra', 'string', { encoded: 'urlencode', children: [field('total', 'integer')] }), 'total=100'],
    [field('extra', 'object'), {}],
    [field('flags', 'boolean[]'), [true]],
    [field('count', 'integer', { enum: ['FEW', '6'] }), 6],
    [field('count', 'integer', { enum: ['FEW'] }), 1],
    [field('flag', 'boolean', { enum: ['false'] }), false],
  ])('uses a plausible sample for %o', (field, sample) => {
    expect(sampleOf(field)).toEqual(sample)
  })
})

describe('with an example', () => {
  const amount = () => field('amount', 'object', { children: [field('total', 'integer'), field('currency', 'string')] })

  test('uses the value in the example, down to its fields', () => {
    const shown = amount()
    expect(sampleOf(shown, { total: 2580 })).toEqual({ total: 2580 })
    expect(shown.children?.map(({ sample }) => sample)).toEqual([2580, 'CNY'])
  })

  test('takes the samples of a list from its first element', () => {
    const list: Field = { ...amount(), type: 'object[]' }
    sampleOf(list, [{ total: 1 }, { total: 2 }])
    expect(list.children?.[0]?.sample).toBe(1)
  })

  test.each<[string, Field, JsonValue, JsonValue]>([
    ['a placeholder', field('unknown', 'string'), '', '示例'],
    ['another type', field('total', 'integer'), '1', 100],
    ['an undeclared value', field('state', 'string', { enum: ['A'] }), 'B', 'A'],
    ['an undeclared item', field('state', 'string[]', { enum: ['A'] }), ['A', 'B'], ['A']],
  ])('ignores %s', (_, field, shown, sample) => {
    expect(sampleOf(field, shown)).toEqual(sample)
  })
})

test('collects the samples of fields by name', () => {
  expect(samplesOf([field('a', 'integer', { sample: 1 }), field('b', 'object', { sample: { c: 2 } })])).toEqual({ a: 1, b: { c: 2 } })
})

const known = facts.flatMap(({ request = [], response = [] }) => [...request, ...response])

test(`has samples of the right type and a declared value for ${known.length} known fields`, () => {
  for (const [name, type, , , flags] of known) {
    const sample = sampleOf(field(name, type, flags?.enum ? { enum: flags.enum } : {}))
    expect(isOfType(sample, type), `${name}: ${type} = ${JSON.stringify(sample)}`).toBe(true)
    const declared = flags?.enum?.filter(value => parseScalar(value, scalarOf(type)) !== undefined) ?? []
    if (declared.length) expect(declared[0]).toBe(String([sample].flat()[0]))
  }
})
