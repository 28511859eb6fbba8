import { describe, expect, test } from 'vitest'
import { Code } from '../../../src/snippets/literal.ts'
import { assignment, pythonLiteral, pythonString } from '../../../src/snippets/python/literal.ts'

describe('pythonString', () => {
  test.each([
    ['a text in double quotes', '张三\'s', '"张三\'s"'],
    ['JSON in single quotes', '{"a":"it\'s"}', '\'{"a":"it\\\'s"}\''],
    ['as many quotes of both kinds in double quotes', '"\'', '"\\"\'"'],
    ['control characters with escapes', '\n\u0001\\', '"\\n\\u0001\\\\"'],
  ])('writes %s', (_, text, expected) => {
    expect(pythonString(text)).toBe(expected)
  })
})

test('writes values of Python, one entry a line', () => {
  expect(pythonLiteral({ a: [true, null, 1.5], b: {}, c: [] }).split('\n')).toEqual([
    '{', '    "a": [', '        True,', '        None,', '        1.5,', '    ],', '    "b": {},', '    "c": [],', '}',
  ])
})

test('splits a call that does not fit in 88 columns, of which a Chinese character takes two', () => {
  const call = (count: number) => pythonLiteral([new Code(`encrypt("${'微'.repeat(count)}")`)])
  expect(call(36)).toBe(`[\n    encrypt("${'微'.repeat(36)}"),\n]`)
  expect(call(37)).toBe(`[\n    encrypt(\n        "${'微'.repeat(37)}"\n    ),\n]`)
})

test('moves an assigned text to its own line only if it fits there', () => {
  const text = (width: number) => `"${'a'.repeat(width - 2)}"`
  expect(assignment('path', text(81))).toBe(`path = ${text(81)}`)
  expect(assignment('path', text(84))).toBe(`path = (\n    ${text(84)}\n)`)
  expect(assignment('path', text(85))).toBe(`path = ${text(85)}`)
})
