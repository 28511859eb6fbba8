import { expect, test } from 'vitest'
import type { Field } from '../../src/index.ts'
import { settleRepeatedRows } from '../../src/page/repeated-rows.ts'
import { field } from '../support/field.ts'

function settle(...fields: Field[]) {
  const messages: string[] = []
  const lines = new Map(fields.map((field, index) => [field, index + 1]))
  const settled = settleRepeatedRows(fields, lines, (line, message) => messages.push(`${line}: ${message}`))
  return { settled: settled.map(({ name, alt }) => alt ? `${name}#${alt}` : name), messages }
}

const form = (...members: string[]) => field('detail', { type: 'object', children: members.map(name => field(name)) })

test('numbers forms with different members', () => {
  expect(settle(form('bank'), field('id'), form('online'))).toEqual({ settled: ['detail#1', 'id', 'detail#2'], messages: [] })
})

test.each([
  ['the same members', form('bank'), form('bank')],
  ['no members', field('detail'), field('detail', { type: 'integer' })],
  ['members in only one', form('bank'), field('detail')],
])('keeps the first of two rows with %s', (_, first, second) => {
  const { settled, messages } = settle(first, second)
  expect(settled).toEqual(['detail'])
  expect(messages).toEqual(['2: duplicate field “detail” below the same parent'])
})

test('resolves rows below another field', () => {
  const parent = field('list', { type: 'object[]', children: [field('a'), field('a')] })
  expect(settle(parent).messages).toHaveLength(1)
  expect(parent.children).toHaveLength(1)
})
