import { fc, fuzz, runs } from '../../../../test/support/fuzz.ts'
import { describe, expect, test } from 'vitest'
import { readJson } from '../../src/example/json.ts'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The line and message of the error for a text. */
function errorOf(text: string): string {
  try {
    return `read as ${JSON.stringify(readJson(text, 1, 'json').value)}`
  } catch (error) {
    const { line, message } = error as { line: number, message: string }
    return `${line}: ${message}`
  }
}

test('returns the same values as JSON.parse', () => {
  fuzz(fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2), (value, space) => {
    const text = JSON.stringify(value, null, space)
    expect(readJson(text, 1, 'json').value).toEqual(JSON.parse(text))
  }))
})

test('records the line of every value', () => {
  const { lines } = readJson('{\n  "amount": {\n    "total": 1\n  },\n  "list": [\n    "a",\n    "b"\n  ]\n}', 10, 'json')
  expect(Object.fromEntries(lines)).toEqual({
    'json': 10, 'json/amount': 11, 'json/amount/total': 12, 'json/list': 14, 'json/list/0': 15, 'json/list/1': 16,
  })
})

describe('invalid JSON', () => {
  test.each([
    ['{"a": \'x\'}', '1: the body is not JSON (column 7)'],
    ['{"a": 1,\n}', '2: the body is not JSON: Expected double-quoted property name (column 1)'],
    ['{\n  a: 1\n}', `2: the body is not JSON: Expected property name or '}' (column 3)`],
    ['{\n  "a": 1\n  "b": 2\n}', `3: the body is not JSON: Expected ',' or '}' after property value (column 3)`],
    ['{"a": undefined}', '1: the body is not JSON (column 7)'],
    ['{"a": tru}', '1: the body is not JSON'],
    ['{"a": // x\n1}', '1: the body is not JSON (column 7)'],
    ['{"a": }', '1: the body is not JSON (column 7)'],
    ['[1,,2]', '1: the body is not JSON'],
    ['{"a": +1}', '1: the body is not JSON (column 7)'],
    ['{"a": 1n}', '1: the body is not JSON'],
    ['{"a": 1', '1: the body is not JSON'],
    ['', '1: the body is empty (column 1)'],
    ['{"a": 1, "a": 2}', '1: duplicate name “a” in the body (column 10)'],
    ['{"a": [[1], {"__proto__": 1, "__proto__": 2}]}', '1: the body is not JSON'],
    ['{} x', '1: the body is not JSON: Unexpected non-whitespace character after JSON (column 4)'],
    ['['.repeat(100) + ']'.repeat(100), '1: the body is nested too deeply (column 66)'],
    ['['.repeat(100_000) + ']'.repeat(100_000), '1: the body'],
  ])('is rejected at the first error: %s', (text, message) => {
    expect(errorOf(text)).toContain(message)
    expect(errorOf(text)).not.toContain('read as')
  })
})

test('accepts and rejects the same texts as JSON.parse', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'{}[]",:1-.e \n\'a/\\') }))
  fuzz(fc.property(text, (text) => {
    expect(errorOf(text)).toMatch(isJson(text) ? /^read as|deeply|duplicate/ : /^\d+: the body/)
  }), { numRuns: runs(1000) })
})
