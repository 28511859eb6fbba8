import fc from 'fast-check'
import { expect, test } from 'vitest'
import { didYouMean } from '../../src/errors/nearest.ts'

const known = ['mchid', 'serial', 'privateKey', 'certs', 'json']

test.each([
  ['mchId', 'mchid'], ['mch_id', 'mchid'], ['serialNo', 'serial'], ['private_key', 'privateKey'], ['cert', 'certs'],
  ['jsn', 'json'], ['JSON', 'json'],
])('%s suggests %s', (name, suggestion) => {
  expect(didYouMean(name, known)).toBe(`; did you mean ${suggestion}?`)
})

test.each(['', 'x', 'timeout', 'elephant'])('%j suggests nothing', (name) => {
  expect(didYouMean(name, known)).toBe('')
})

test('each known name suggests itself, however long the list or the name', () => {
  expect(didYouMean('a'.repeat(1_000_000), known)).toBe('')
  fc.assert(fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z_]{1,20}$/), { minLength: 1 }), (names) => {
    for (const name of names) expect(didYouMean(name, names)).toBe(`; did you mean ${name}?`)
  }))
})
