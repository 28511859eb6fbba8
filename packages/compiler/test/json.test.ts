import { expect, test } from 'vitest'
import { isObject, parseJson } from '../src/json.ts'

test('parses JSON and returns undefined for any other text', () => {
  expect(['{"a":[1]}', 'null', '', '{a:1}', 'undefined'].map(parseJson)).toEqual([{ a: [1] }, null, undefined, undefined, undefined])
})

test('distinguishes objects from lists, null and scalars', () => {
  expect([{}, [], null, 'a', 1, undefined].map(isObject)).toEqual([true, false, false, false, false, false])
})
