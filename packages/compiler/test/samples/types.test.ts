import { expect, test } from 'vitest'
import type { FieldType, JsonValue } from '../../src/model/index.ts'
import { declaredValues, isOfType, parseScalar } from '../../src/samples/types.ts'

const types: FieldType[] = ['string', 'integer', 'number', 'boolean', 'object', 'string[]', 'object[]']

test.each<[JsonValue, FieldType[]]>([
  ['a', ['string']],
  [1, ['integer', 'number']],
  [1.5, ['number']],
  [true, ['boolean']],
  [{}, ['object']],
  [null, []],
  [['a'], ['string[]']],
  [[{}], ['object[]']],
  [['a', 1], []],
  [[], ['string[]', 'object[]']],
])('matches %j with the types %j', (value, fitting) => {
  expect(types.filter(type => isOfType(value, type))).toEqual(fitting)
})

test.each<[string, string, JsonValue | undefined]>([
  ['1', 'string', '1'],
  ['1', 'integer', 1],
  ['1.5', 'integer', undefined],
  ['1.5', 'number', 1.5],
  ['0x10', 'number', undefined],
  ['true', 'boolean', true],
  ['yes', 'boolean', undefined],
  ['', 'number', undefined],
])('parses %j as %s: %j', (text, type, value) => {
  expect(parseScalar(text, type)).toBe(value)
})

test('lists the declared values of the right type', () => {
  expect(declaredValues({ type: 'integer[]', enum: ['3', 'x', '6'] })).toEqual([3, 6])
  expect(declaredValues({ type: 'string' })).toEqual([])
})
