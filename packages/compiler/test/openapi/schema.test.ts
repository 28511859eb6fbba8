import { expect, test } from 'vitest'
import { objectSchema, schemaOf } from '../../src/openapi/schema.ts'
import { field } from '../support/field.ts'

test.each([
  [field('a'), { type: 'string' }],
  [field('a', { type: 'integer[]', description: '数' }), { type: 'array', items: { type: 'integer' }, description: '数' }],
  [field('a', { enum: ['X', 'Y'] }), { type: 'string', enum: ['X', 'Y'] }],
  [field('a', { type: 'number', enum: ['1', '20X'] }), { type: 'number', enum: [1] }],
  [field('a', { encrypted: 'rsa' }), { 'type': 'string', 'x-encrypted': 'rsa' }],
  [field('a', { type: 'object' }), { type: 'object', properties: {} }],
  [field('a', { type: 'object[]', children: [field('b')] }),
    { type: 'array', items: { type: 'object', properties: { b: { type: 'string' } }, required: ['b'] } }],
  [field('a', { encoded: 'urlencode', children: [field('b', { required: false })] }), {
    type: 'string',
    contentMediaType: 'application/x-www-form-urlencoded',
    contentSchema: { type: 'object', properties: { b: { type: 'string' } } },
  }],
])('writes the schema of %j', (given, schema) => {
  expect(schemaOf(given)).toEqual(schema)
})

test.each([
  ['bytes, an upper bound of characters', { minLength: 6, maxLength: 32 }, { 'maxLength': 32, 'x-length-unit': 'bytes' }],
  ['bytes of ASCII', { minLength: 6, maxLength: 32, pattern: '^[a-z]+$' },
    { 'minLength': 6, 'maxLength': 32, 'x-length-unit': 'bytes', 'pattern': '^[a-z]+$' }],
  ['characters', { minLength: 2, maxLength: 20, lengthUnit: 'characters' as const }, { minLength: 2, maxLength: 20 }],
  ['a condition', { when: '没有 b 时' }, { 'x-required-when': '没有 b 时' }],
])('writes limits: %s', (_, limits, expected) => {
  expect(schemaOf(field('a', limits))).toEqual({ type: 'string', ...expected })
})

test('writes the limits of numbers and of list items', () => {
  expect(schemaOf(field('a', { type: 'integer', minimum: 1 }))).toEqual({ type: 'integer', minimum: 1 })
  expect(schemaOf(field('a', { type: 'string[]', maxLength: 32 }))).toEqual({
    type: 'array', items: { 'type': 'string', 'maxLength': 32, 'x-length-unit': 'bytes' },
  })
})

test('writes forms of one name as alternatives that are required if all forms are', () => {
  const forms = [field('a', { type: 'object', alt: 1 }), field('a', { type: 'object', alt: 2, required: false })]
  expect(objectSchema(forms)).toEqual({
    type: 'object',
    properties: { a: { oneOf: [{ type: 'object', properties: {} }, { type: 'object', properties: {} }] } },
  })
})
