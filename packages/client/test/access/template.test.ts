import { fc, fuzz } from '../../../../test/support/fuzz.ts'
import { expect, it } from 'vitest'
import { fillTemplate, variablesOf } from '../../src/access/template.ts'

it('names variables in order', () => {
  expect(variablesOf('/v3/{a}/x/{b_2}/{c-d}')).toEqual(['a', 'b_2', 'c-d'])
  expect(variablesOf('/v3/certificates')).toEqual([])
})

it('replaces variables with values, numbers and booleans as text', () => {
  expect(fillTemplate('/v3/{a}/x/{b}/{c}', { a: '用 户', b: 12, c: true })).toBe('/v3/%E7%94%A8%20%E6%88%B7/x/12/true')
})

it('does not read a value as a template or replacement pattern', () => {
  expect(fillTemplate('/{a}/{b}', { a: '{b}', b: '$&' })).toBe('/%7Bb%7D/%24%26')
})

it('keeps any value in one segment', () => {
  fuzz(fc.property(fc.string({ minLength: 1 }), (value) => {
    fc.pre(value !== '.' && value !== '..')
    const { pathname } = new URL(fillTemplate('https://host/v3/{id}/cancel', { id: value }))
    expect(pathname.split('/').map(decodeURIComponent)).toEqual(['', 'v3', value, 'cancel'])
  }))
})

it.each<[unknown, string]>([
  [undefined, 'is missing'],
  [null, 'cannot be null'],
  ['', 'is empty'],
  ['.', 'cannot be ".", which leads to another path'],
  ['..', 'cannot be "..", which leads to another path'],
  [['a', 'b'], 'cannot be an array'],
  [{ toString: () => 'a' }, 'cannot be an object'],
  [NaN, 'cannot be NaN'],
])('refuses %o', (value, problem) => {
  expect(() => fillTemplate('/v3/{out_order_no}/cancel', { out_order_no: value }))
    .toThrow(`out_order_no: this variable of /v3/{out_order_no}/cancel ${problem}; write { out_order_no: '…' }`)
})

it('does not use inherited members as values', () => {
  expect(() => fillTemplate('/v3/{constructor}', {})).toThrow('constructor: this variable of /v3/{constructor} is missing')
})
