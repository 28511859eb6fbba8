import { expect, it } from 'vitest'
import { assertFunctions, assertKnown, assertObject, kindOf } from '../src/arguments.ts'

const lists = [[], new Map([['a', 1]]), new Headers({ a: '1' }), new URLSearchParams('a=1')]

it.each([undefined, null, 'x', 1, ...lists, () => 1])('refuses %o as an object of named values', (value) => {
  expect(() => assertObject('query', value)).toThrow('query: expected an object')
})

it('refuses an unknown name and suggests the nearest', () => {
  const known = ['json', 'out_order_no']
  expect(() => assertKnown('options', { json: 1, out_order_no: 2 }, known)).not.toThrow()
  expect(() => assertKnown('options', { outOrderNo: 1 }, known))
    .toThrow('outOrderNo: unknown name in options; did you mean out_order_no?')
})

it('refuses values that are not functions', () => {
  expect(() => assertFunctions({ a: undefined, b: () => 1 })).not.toThrow()
  expect(() => assertFunctions({ 'hooks.request': 'x' })).toThrow('hooks.request: expected a function')
})

it.each<[unknown, string]>([
  [null, 'null'], [NaN, 'NaN'], [['secret'], 'an array'], [{ secret: 1 }, 'an object'], [() => 'secret', 'a function'],
  [undefined, 'undefined'], ['secret', 'a string'],
])('names the type of %o as %s', (value, kind) => {
  expect(kindOf(value)).toBe(kind)
})
