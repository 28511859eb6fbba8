import { expect, test } from 'vitest'
import { objectType, typeOf } from '../../src/types/type-of.ts'
import { field } from '../support/field.ts'

test.each([
  [field('a'), 'string'],
  [field('a', { type: 'integer' }), 'number'],
  [field('a', { type: 'boolean[]' }), 'boolean[]'],
  [field('a', { enum: ['X', 'it\'s'] }), String.raw`'X' | 'it\'s'`],
  [field('a', { type: 'integer[]', enum: ['1', '2'] }), '(1 | 2)[]'],
  [field('a', { type: 'object' }), 'Record<string, unknown>'],
  [field('a', { type: 'object[]', children: [field('b')] }), '{\n  b: string\n}[]'],
])('writes the type of %j', (given, type) => {
  expect(typeOf(given)).toBe(type)
})

test('writes names, optional fields, comments and forms', () => {
  expect(objectType([
    field('Wechatpay-Serial', { required: false, description: '公钥\n*/ ID' }),
    field('detail', { type: 'object', children: [field('a')], alt: 1 }),
    field('detail', { type: 'object', children: [field('b')], alt: 2 }),
  ])).toBe(`{
  /** 公钥 *\\/ ID */
  'Wechatpay-Serial'?: string
  detail: {
    a: string
  } | {
    b: string
  }
}`)
  expect(objectType([])).toBe('{}')
})
