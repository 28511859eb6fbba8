import { describe, expect, test } from 'vitest'
import { composite, goLiteral, goString } from '../../../src/snippets/go/literal.ts'

describe('goString', () => {
  test.each([
    ['plain text', '张三', '"张三"'],
    ['JSON as a raw string', '{"a":1}', '`{"a":1}`'],
    ['what a raw string cannot hold, with escapes', 'a"`\n', '"a\\"`\\n"'],
    ['a byte order mark, which Go rejects in a source', '\uFEFF', '"\\ufeff"'],
    ['half a surrogate pair as the replacement character', 'a\uD800', '"a\uFFFD"'],
  ])('writes %s', (_, text, expected) => {
    expect(goString(text)).toBe(expected)
  })
})

test('aligns the values of adjacent lines, and starts again around a value of several lines', () => {
  expect(goLiteral({ a: 1, long: 2, map: { b: null }, longest: true, c: 1.5 }, '').split('\n')).toEqual([
    'map[string]any{',
    '\t"a":    1,',
    '\t"long": 2,',
    '\t"map": map[string]any{',
    '\t\t"b": nil,',
    '\t},',
    '\t"longest": true,',
    '\t"c":       1.5,',
    '}',
  ])
  expect(composite([], '')).toBe('{}')
})
