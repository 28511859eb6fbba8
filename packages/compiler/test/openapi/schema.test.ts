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

test('writes forms of one name as alternatives that are required if all forms are', () => {
  const forms = [field('a', { type: 'object', alt: 1 }), field('a', { type: 'object', alt: 2, required: false })]
  expect(objectSchema(forms)).toEqual({
    type: 'object',
    properties: { a: { oneOf: [{ type: 'object', properties: {} }, { type: 'object', properties: {} }] } },
  })
})
