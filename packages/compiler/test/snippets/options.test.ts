import { expect, test } from 'vitest'
import { compilePage } from '../../src/index.ts'
import { optionsOf, printedPartOf } from '../../src/snippets/options.ts'
import { fixture } from '../support/pages.ts'

test('path variables stand beside the groups, those that are there', () => {
  expect(optionsOf({ path: { id: '1' }, query: { limit: 20 }, headers: { 'Idempotency-Key': 'a' }, json: null }))
    .toEqual({ id: '1', query: { limit: 20 }, headers: { 'Idempotency-Key': 'a' }, json: null })
  expect(optionsOf({ path: {} })).toEqual({})
})

test('what is shown of a response', () => {
  const operations = compilePage(fixture('upload'), 'a.md').operations
  expect(operations.map(({ operation }) => printedPartOf(operation))).toEqual(['json', 'bytes', 'status'])
})
