import { expect, it } from 'vitest'
import { jsonObjectsIn } from '../../../src/diagnose/paste/json-in-text.ts'

it('finds the objects of a log line, whatever stands around them', () => {
  const text = 'INFO {not json} request {"a":{"b":"}"}} answer {"c":1}'
  expect(jsonObjectsIn(text).map(({ value }) => value)).toEqual([{ a: { b: '}' } }, { c: 1 }])
})

it('gives up after a hundred braces that begin no object', () => {
  expect(jsonObjectsIn(`${'{'.repeat(99)} {"a":1}`)).toHaveLength(1)
  expect(jsonObjectsIn(`${'{'.repeat(100)} {"a":1}`)).toHaveLength(0)
})
