import { expect, test } from 'vitest'
import { createMarkdown } from '../../src/markdown/markdown-it.ts'
import { closeOf, textOf } from '../../src/markdown/tokens.ts'

const parse = (source: string) => createMarkdown().parse(source, {})

test('returns visible text without attributes and markup', () => {
  expect(textOf(parse('# 撤销 `订单` **一** {#post}')[1])).toBe('撤销 订单 一')
  expect(textOf(undefined)).toBe('')
})

test('finds the closing token at the same level', () => {
  const tokens = parse('::: info\n::: tip\nx\n:::\n:::\n')
  expect(tokens[closeOf(tokens, 0)]?.type).toBe('container_info_close')
})
