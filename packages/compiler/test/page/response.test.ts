import { expect, test } from 'vitest'
import { readResponse } from '../../src/page/response.ts'
import { field } from '../support/field.ts'

test('reads the fields of a JSON body', () => {
  const fields = [field('status'), field('order_id')]
  expect(readResponse(fields, undefined)).toEqual({ response: fields })
})

test('reads a status of type string as a field of a JSON body', () => {
  expect(readResponse([field('status')], undefined)).toEqual({ response: [field('status')] })
})

test.each([
  ['bytes', [field('body')], { response: [], returns: 'binary' }],
  ['a status', [field('status', { type: 'integer', description: '状态码 `202`' })], { response: [], returns: 'empty', status: 202 }],
  ['JSON below body', [field('body', { type: 'object', children: [field('code')] })], { response: [field('code')] }],
  ['an empty response', [], { response: [], returns: 'empty', status: 204 }],
])('reads %s', (_, fields, expected) => {
  expect(readResponse(fields, undefined)).toEqual(expected)
})

test('uses the example if there is no table', () => {
  expect(readResponse([], { returns: 'binary' })).toEqual({ response: [], returns: 'binary' })
  expect(readResponse([], { returns: 'empty', status: 202 })).toEqual({ response: [], returns: 'empty', status: 202 })
})
