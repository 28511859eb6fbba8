import { expect, test } from 'vitest'
import { declaration, mark, textBlock } from '../../../src/snippets/java/literal.ts'

test('moves what does not fit in 100 columns to the next line, then each term to its own', () => {
  const term = (width: number) => 'a'.repeat(width)
  expect(declaration('path', [term(40), term(43)], '  ')).toBe(`  var path = ${term(40)} + ${term(43)};`)
  expect(declaration('path', [term(40), term(44)], '  ')).toBe(`  var path =\n      ${term(40)} + ${term(44)};`)
  expect(declaration('path', [term(50), term(50)], '  ')).toBe(`  var path =\n      ${term(50)}\n          + ${term(50)};`)
})

test('writes a text block, in which only marks are values', () => {
  expect(textBlock('body', '{\n  "a": "\\n%"\n}', [], '')).toBe(`var body =
    """
    {
      "a": "\\\\n%"
    }
    """;`)
  expect(textBlock('body', `{"a": "${mark}", "b": "50%", "c": "${mark}"}`, ['first', 'second'], '')).toBe(`var body =
    """
    {"a": "%s", "b": "50%%", "c": "%s"}
    """
        .formatted(first, second);`)
})
