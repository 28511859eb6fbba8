import { expect, test } from 'vitest'
import { assertFunctions, assertKnown, assertObject, kindOf } from '../src/arguments.ts'

const lists = [[], new Map([['a', 1]]), new Headers({ a: '1' }), new URLSearchParams('a=1')]

test.each([undefined, null, 'x', 1, ...lists, () => 1])('%o is not an object of named values', (value) => {
  expect(() => assertObject('query', value)).toThrow('query: expected an object')
})

test('a name nobody reads is refused, the known ones listed', () => {
  const known = ['json', 'out_order_no']
  expect(() => assertKnown('options', { json: 1, out_order_no: 2 }, known)).not.toThrow()
  expect(() => assertKnown('options', { outOrderNo: 1 }, known))
    .toThrow('outOrderNo: unknown name in options; did you mean out_order_no?')
})

test('what is given must be callable', () => {
  expect(() => assertFunctions({ a: undefined, b: () => 1 })).not.toThrow()
  expect(() => assertFunctions({ 'hooks.request': 'x' })).toThrow('hooks.request: expected a function')
})

test.each<[unknown, string]>([
  [null, 'null'], [NaN, 'NaN'], [['secret'], 'an array'], [{ secret: 1 }, 'an object'], [() => 'secret', 'a function'],
  [undefined, 'undefined'], ['secret', 'a string'],
])('%o is called %s', (value, kind) => {
  expect(kindOf(value)).toBe(kind)
})
